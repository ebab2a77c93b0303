package io.hyperpodgateway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.rules.SpecDocuments;
import io.hyperpodgateway.shape.ShapeValidator;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

class ServiceModelTest {

    private final ServiceModel model = ServiceModel.bundled();

    @Test
    void isTheFileFromWhichTheClientIsGenerated() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/main/codegen/service-2.json"));

        assertThat(model.fingerprint()).isEqualTo(Sha256.hex(file));
        assertThat(model.apiVersion()).isEqualTo("2017-07-24");
        assertThat(model.date()).isPresent();
    }

    @Test
    void holdsWhatCreateClusterReachesAndNothingElse() {
        assertThat(model.input().name()).isEqualTo("CreateClusterRequest");
        assertThat(model.input().required()).containsExactly("ClusterName");
        assertThat(model.shapes())
                .containsKeys("ClusterName", "ClusterInstanceType", "Timestamp")
                .doesNotContainKeys("CreateClusterResponse", "ListTagsInput");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.shape("ListTagsInput"))
                .withMessageContaining("ListTagsInput");
    }

    @Test
    void knowsTheInstanceTypesByTheNameThatTheCheckGoesBy() {
        assertThat(((EnumShape) model.shape("ClusterInstanceType")).values())
                .contains("ml.p5.48xlarge", "ml.t3.medium");
    }

    @Test
    void hasPatternsThatCompile() {
        assertThat(model.shapes().values())
                .filteredOn(StringShape.class::isInstance)
                .allSatisfy(
                        shape -> assertThat(((StringShape) shape).matches("x")).isIn(true, false));
    }

    @Test
    void namesEveryPlaceOfAString() {
        assertThat(model.stringMemberPaths())
                .contains(
                        "ClusterName",
                        "NodeRecovery",
                        "InstanceGroups/*/ExecutionRole",
                        "InstanceGroups/*/InstanceRequirements/InstanceTypes/*",
                        "InstanceGroups/*/KubernetesConfig/Labels/*",
                        "RestrictedInstanceGroups/*/OverrideVpcConfig/Subnets/*",
                        "InstanceGroups/*/InstanceStorageConfigs/*/EbsVolumeConfig/VolumeKmsKeyId",
                        "Tags/*/Key",
                        "Orchestrator/Slurm/AccountingDatabase/SecretArn")
                .doesNotContain(
                        "InstanceGroups/*/InstanceCount",
                        "InstanceGroups/*/AutoPatchConfig/PatchSchedule/NextPatchDate")
                .noneMatch(path -> path.startsWith("/") || path.isEmpty());
    }

    @Test
    void followsAShapeWithinItselfOnce() {
        ServiceModel recursive =
                of(
                        "'In':{'type':'structure','members':{'Name':{'shape':'S'},'Inner':{'shape':'In'},"
                                + "'All':{'shape':'L'}}},'L':{'type':'list','member':{'shape':'In'}},"
                                + "'S':{'type':'string','max':1,'pattern':'a'}");
        var validator = new ShapeValidator(recursive, Level.WARN);

        assertThat(recursive.stringMemberPaths()).isEqualTo(Set.of("Name"));
        assertThat(
                        SpecDocuments.summaries(
                                validator.check(
                                        SpecDocuments.document(
                                                "{'Inner':{'All':[{'Inner':{'Name':'b'}}]}}"))))
                .containsExactly("pattern /Inner/All/0/Inner/Name");
    }

    @ParameterizedTest
    @CsvSource({
        "integer, -2147483648, 2147483647",
        "long, -9223372036854775808, 9223372036854775807"
    })
    void boundsIntegersByTheirWidth(String type, long min, long max) {
        var shape = (IntegerShape) of(in("N") + ",'N':{'type':'%s'}".formatted(type)).shape("N");

        assertThat(shape.range().min()).contains(min);
        assertThat(shape.range().max()).contains(max);
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "float", "blob", "union"})
    void refusesShapesOfTypesThatItCannotCheck(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(in("Odd") + ",'Odd':{'type':'%s'}".formatted(type)))
                .withMessageContaining("Odd")
                .withMessageContaining(type);
    }

    @Test
    void leavesShapesAloneThatCreateClusterDoesNotReach() {
        assertThat(of(in("S") + ",'S':{'type':'string'},'Odd':{'type':'blob'}").shapes())
                .containsOnlyKeys("In", "S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'max':4097"})
    void refusesPatternsOfTextsThatMayBeTooLongToMatch(String max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        of(in("Odd") + ",'Odd':{'type':'string','pattern':'a'%s}".formatted(max)))
                .withMessageContaining("Odd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'In':{'type':'structure'}",
                "'In':{'members':{}}",
                "'In':{'type':'string'}",
                "'In':{'type':'structure','members':{'A':{'shape':'Absent'}}}",
                "'In':{'type':'structure','members':{'A':{}}}",
                "'In':{'type':'list'}",
                "'Out':{'type':'structure','members':{}}"
            })
    void refusesModelsThatDoNotSayEverything(String shapes) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(shapes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{", "{\"operations\":{}}"})
    void refusesWhatIsNoModel(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceModel.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/InstanceGroups/0/InstanceType, /InstanceGroups/0/InstanceType",
                "/InstanceGroups/0/hush/x, /InstanceGroups/0",
                "/InstanceGroups/hush, /InstanceGroups",
                "/InstanceGroups/0/KubernetesConfig/Labels/hush,"
                        + " /InstanceGroups/0/KubernetesConfig/Labels",
                "/ClusterName/hush, /ClusterName",
                "/hush, ''",
                "'', ''"
            })
    void leadsToAPlaceByItsOwnNamesAlone(String place, String known) {
        assertThat(ServiceModel.bundled().known(JsonPointer.parse(place))).hasToString(known);
    }

    @Test
    void bearsTheDateThatItsFileTellsIfAny() {
        String text = "{'apiVersion':'1','date':'2026-12-14'}";
        String shapes = in("S") + ",'S':{'type':'string'}";

        assertThat(of(shapes).date()).isEmpty();
        assertThat(of(text, shapes).date()).contains(LocalDate.parse("2026-12-14"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(text.replace("12-14", "14-12"), shapes))
                .withMessageContaining("2026-14-12");
    }

    private static String in(String member) {
        return "'In':{'type':'structure','members':{'A':{'shape':'%s'}}}".formatted(member);
    }

    private static ServiceModel of(String shapes) {
        return of("{'apiVersion':'1'}", shapes);
    }

    private static ServiceModel of(String metadata, String shapes) {
        String text =
                "{'metadata':%s,'operations':{'CreateCluster':{'input':{'shape':'In'}}},'shapes':{%s}}"
                        .formatted(metadata, shapes);
        return ServiceModel.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
