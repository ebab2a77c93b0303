package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TablesTemplateTest {

    private static final Map<String, JsonObject> INDEXES =
            Template.properties("AuditTable").items("GlobalSecondaryIndexes").stream()
                    .map(JsonObject.class::cast)
                    .collect(
                            Collectors.toMap(
                                    index -> index.text("IndexName").orElseThrow(),
                                    index -> index));

    @Test
    void areTwo() {
        assertThat(Template.ofType("AWS::DynamoDB::Table"))
                .containsOnlyKeys("AuditTable", "OpenTable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuditTable", "OpenTable"})
    void areKeptAndGuarded(String name) {
        assertThat(Template.resource(name).text("DeletionPolicy")).contains("Retain");
        assertThat(Template.resource(name).text("UpdateReplacePolicy")).contains("Retain");
        JsonObject table = Template.properties(name);
        assertThat(table.text("BillingMode")).contains("PAY_PER_REQUEST");
        assertThat(table.text("DeletionProtectionEnabled")).contains("true");
        assertThat(table.object("PointInTimeRecoverySpecification").orElseThrow().toText())
                .isEqualTo("{\"PointInTimeRecoveryEnabled\":\"true\"}");
        assertThat(table.get("SSESpecification")).isPresent();
        assertThat(table.get("TimeToLiveSpecification")).as("nothing expires").isEmpty();
    }

    @Test
    void haveTheKeysOfTheRecord() {
        assertThat(keys(Template.properties("AuditTable"))).containsExactly("pk", "sk");
        assertThat(keys(Template.properties("OpenTable"))).containsExactly("requestId");
    }

    @Test
    void declareTheAttributesThatAreKeysAsStringsAndNoOther() {
        assertThat(Stream.of("AuditTable", "OpenTable").map(Template::properties))
                .allSatisfy(table -> {
                    List<String> used =
                            Template.objects(table)
                                    .filter(part -> part.get("KeyType").isPresent())
                                    .map(TablesTemplateTest::attribute)
                                    .distinct()
                                    .toList();
                    assertThat(table.items("AttributeDefinitions"))
                            .extracting(item -> ((JsonObject) item).text("AttributeType"))
                            .containsOnly(Optional.of("S"));
                    assertThat(table.items("AttributeDefinitions"))
                            .extracting(TablesTemplateTest::attribute)
                            .containsExactlyInAnyOrderElementsOf(used);
                });
    }

    @Test
    void haveTheIndexesOfTheRecord() {
        assertThat(INDEXES).containsOnlyKeys("byCluster", "byPrincipal", "byDay", "byHour");
    }

    @ParameterizedTest
    @CsvSource({"byCluster,clusterName", "byPrincipal,principal", "byDay,day"})
    void listRequestsByTheirFirstEvent(String index, String key) {
        assertThat(keys(INDEXES.get(index))).containsExactly(key, "listKey");
        JsonObject projection = INDEXES.get(index).object("Projection").orElseThrow();
        assertThat(projection.text("ProjectionType")).contains("INCLUDE");
        assertThat(Template.texts(projection.get("NonKeyAttributes").orElseThrow()))
                .as("what a list tells, less what the index has as its key")
                .containsExactlyElementsOf(
                        Agreed.LISTED.stream().filter(name -> !name.equals(key)).toList());
    }

    @Test
    void findTheEventsOfAnHourByTheirHashesAlone() {
        JsonObject index = INDEXES.get("byHour");
        assertThat(keys(index)).containsExactly("hour", "sha256");
        assertThat(index.object("Projection"))
                .contains(JsonObject.of("ProjectionType", Json.of("KEYS_ONLY")));
    }

    private static List<String> keys(JsonObject tableOrIndex) {
        return tableOrIndex.items("KeySchema").stream()
                .sorted((one, other) -> keyType(one).compareTo(keyType(other))) // HASH before RANGE
                .map(TablesTemplateTest::attribute)
                .toList();
    }

    private static String keyType(Json key) {
        return ((JsonObject) key).text("KeyType").orElseThrow();
    }

    private static String attribute(Json part) {
        return ((JsonObject) part).text("AttributeName").orElseThrow();
    }
}
