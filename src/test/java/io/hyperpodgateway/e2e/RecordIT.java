package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// The record in unusual cases: the largest request, a refusal with many findings, a function that
/// dies.
class RecordIT {

    @AutoClose private static final FunctionFixture fixture = FunctionFixture.start();

    @Test
    void holdsTheLargestRequest() {
        String body = LargestLegalRequest.text();
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(256 * 1024);

        Response response = fixture.send(Events.named("create-eks").with("body", Json.of(body)));

        assertThat(response.status()).isEqualTo(201);
        List<AuditEvent> events = fixture.record(response.requestId());
        assertThat(events)
                .extracting(AuditEvent::type)
                .containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(events).allMatch(AuditEvent::hashMatches);
        assertThat(events.getFirst().text("body")).contains(body);
        JsonObject sent =
                FunctionFixture.object(
                        fixture.sageMaker()
                                .requests(StandInOperation.CREATE_CLUSTER)
                                .getLast()
                                .body());
        assertThat(FunctionFixture.object(events.getFirst().text("request").orElseThrow()))
                .isEqualTo(sent);
        JsonObject shown = fixture.send(Events.get("/requests/" + response.requestId())).body();
        JsonObject intent = (JsonObject) shown.items("events").getFirst();
        assertThat(intent.text("body")).contains(body);
        assertThat(intent.object("request")).contains(sent);
    }

    @Test
    void holdsARefusalThatIsAllOneLongName() {
        String name =
                new Random(4)
                        .ints(261_000, '#', 0x7f)
                        .filter(c -> c != '\\')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        String labels = JsonObject.of(name, Json.of(5)).toText();
        String body =
                "{\"ClusterName\":\"x\",\"InstanceGroups\":[{\"KubernetesConfig\":{\"Labels\":%s}}]}"
                        .formatted(labels);

        Response response = fixture.send(Events.create("x").with("body", Json.of(body)));

        assertThat(response.problem()).isEqualTo("invalid-request");
        assertThat(response.findings()).contains("type /InstanceGroups/0/KubernetesConfig/Labels");
        assertThat(response.body().toText()).hasSizeLessThan(10_000);
        assertThat(fixture.record(response.requestId()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.text("request")).isEmpty();
                    assertThat(event.text("body")).isEmpty();
                    assertThat(event.members().integer("requestSize"))
                            .contains((long) body.length());
                });
    }

    @Test
    void holdsTheIntentOfAFunctionThatDiesBeforeTheOutcome() throws IOException {
        try (FunctionFixture dying = FunctionFixture.start()) {
            dying.dynamoDb().instead("TransactWriteItems", 2, dying.function()::kill);

            assertThatThrownBy(() -> dying.send(Events.create("orphan")))
                    .hasMessageContaining("the process ended");

            String requestId =
                    dying.sageMaker()
                            .clusters()
                            .find("orphan")
                            .orElseThrow()
                            .tags()
                            .get("hyperpod-gateway:request-id");
            assertThat(dying.record(requestId))
                    .singleElement()
                    .matches(event -> event.type() == EventType.INTENDED)
                    .matches(AuditEvent::hashMatches);
            assertThat(dying.openIntents()).isOne();
        }
    }
}
