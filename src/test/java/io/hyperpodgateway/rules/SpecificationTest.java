package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.SpecDocuments.document;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class SpecificationTest {

    private static final String GROUP =
            "'InstanceCount':1,'InstanceGroupName':'a',"
                    + "'ExecutionRole':'arn:aws:iam::111122223333:role/x','InstanceType':'ml.m5.large',"
                    + "'LifeCycleConfig':{'SourceS3Uri':'s3://sagemaker-x/y','OnCreate':'a'}";
    private static final String GOOD = "{'ClusterName':'a','InstanceGroups':[{" + GROUP + "}]}";
    private static final String TIME =
            "{'ClusterName':'a','InstanceGroups':[{"
                    + GROUP
                    + ",'AutoPatchConfig':"
                    + "{'PatchingStrategy':'WhenIdle','PatchSchedule':{'NextPatchDate':%s}}}]}";

    private final ServiceModel model = ServiceModel.bundled();
    private final Specification specification = Specification.of(model, false, "us-east-1");

    @Test
    void findsNothingInAGoodDocument() {
        assertThat(specification.check(document(GOOD))).isEmpty();
    }

    @Test
    void ordersFindingsOfShapesAndRulesByTheDocument() {
        JsonObject document =
                document(
                        "{'Tags':[{'Key':'aws:a','Value':1}],'NodeRecovery':1,'Tag':[],'VpcConfig':{}}");

        assertThat(summaries(specification.check(document)))
                .containsExactly(
                        "tags /Tags/0/Key",
                        "type /Tags/0/Value",
                        "type /NodeRecovery",
                        "unknown-member /Tag",
                        "immutable /VpcConfig",
                        "required /VpcConfig/SecurityGroupIds",
                        "required /VpcConfig/Subnets",
                        "required /ClusterName",
                        "groups-present /InstanceGroups");
    }

    @Test
    void saysOnceWhatHoldsInEveryGroup() {
        String group = GROUP.replace("s3://sagemaker-x/y", "s3://scripts/y");
        JsonObject document =
                document(
                        "{'ClusterName':'a','InstanceGroups':[{%s},{%s},{%s}]}"
                                .formatted(
                                        group,
                                        group.replace("Name':'a'", "Name':'b'"),
                                        group.replace("Name':'a'", "Name':'c'")));

        List<Finding> findings = specification.check(document);

        assertThat(summaries(findings))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
        assertThat(findings.getFirst().message()).endsWith("; the same holds for 2 other places");
    }

    @Test
    void weighsUnknownInstanceTypesAsItIsTold() {
        JsonObject document = document(GOOD.replace("ml.m5.large", "ml.x"));

        assertThat(specification.check(document))
                .extracting(Finding::rule, Finding::level)
                .containsExactly(tuple("unknown-instance-type", Level.WARN));
        assertThat(Specification.of(model, true, "us-east-1").check(document))
                .extracting(Finding::rule, Finding::level)
                .containsExactly(tuple("unknown-instance-type", Level.ERROR));
    }

    @Test
    void keepsTheOthersFindingsWhenARuleThrows() {
        Rule broken =
                rule(
                        RuleId.error("broken", "x").own(),
                        _ -> {
                            throw new IllegalStateException("a bug");
                        });
        Rule brokenLater =
                rule(
                        RuleId.warn("broken-later", "x").own(),
                        _ ->
                                Stream.of(1, 0)
                                        .map(i ->
                                                RuleId.warn("x", "x")
                                                        .own()
                                                        .at(JsonPointer.ROOT, Phrase.of(1 / i))));
        RuleId found = RuleId.error("found", "x").own();
        Rule working =
                rule(
                        found,
                        _ -> Stream.of(found.at(JsonPointer.of("ClusterName"), Phrase.of("m"))));
        var specification = Specification.of(model, false, List.of(broken, brokenLater, working));

        assertThat(specification.check(document("{'ClusterName':''}")))
                .extracting(finding -> finding.rule() + " " + finding.level())
                .containsExactly(
                        "broken ERROR", "broken-later WARN", "length ERROR", "found ERROR");
    }

    @Test
    void letsRulesSeeWhatIsMeantAndTellsWhatWasSent() {
        RuleId id = RuleId.error("seen", "x").own();
        Rule seesVpc =
                rule(
                        id,
                        request ->
                                Stream.of(request.hasVpcConfig() ? "/VpcConfig" : "/missing")
                                        .map(JsonPointer::parse)
                                        .map(place ->
                                                id.at(place, Phrase.of("is seen"))
                                                        .withFix(
                                                                new PatchOperation.Remove(place))));
        var specification = Specification.of(model, false, List.of(seesVpc));
        JsonObject misspelt =
                document(
                        "{'ClusterName':'a','vpc_config':{'Subnets':[],'SecurityGroupIds':['sg-1']}}");

        assertThat(specification.check(misspelt).get(1).message()).isEqualTo("/vpc_config is seen");
        assertThat(summaries(specification.check(misspelt)))
                .containsExactly(
                        "unknown-member /vpc_config",
                        "seen /vpc_config",
                        "items /vpc_config/Subnets");
        assertThat(specification.check(misspelt).get(1).fix())
                .contains(new PatchOperation.Remove(JsonPointer.of("VpcConfig")));
        assertThat(specification.check(document("{'ClusterName':'a'}")).getFirst().fix()).isEmpty();
    }

    @Test
    void doesNotSwallowErrorsOfTheMachine() {
        Rule exhausted =
                rule(
                        RuleId.error("exhausted", "x").own(),
                        _ -> {
                            throw new OutOfMemoryError();
                        });
        var specification = Specification.of(model, false, List.of(exhausted));

        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> specification.check(document("{}")));
    }

    @ParameterizedTest
    @CsvSource({
        "1795478400, 1795478400",
        "1795478400.5, 1795478400.5",
        "1795478400.1239, 1795478400.123",
        "1795478400.000, 1795478400",
        "1.7954784e9, 1795478400",
        "0, 0",
        "-0, 0",
        "1e-999999999, 0",
        "253402300799.9999, 253402300799.999",
        "'2026-11-24T00:00:00Z', 1795478400",
        "'2026-11-24T00:00Z', 1795478400",
        "'2026-11-24T01:30:00+01:30', 1795478400",
        "'2026-11-24T00:00:00.123456789Z', 1795478400.123",
        "'1970-01-01T00:00:00Z', 0",
        "'9999-12-31T23:59:59.999Z', 253402300799.999",
    })
    void sendsTimesAsEpochSeconds(String told, String sent) {
        String value = told.contains("T") ? "'" + told + "'" : told;
        JsonObject document = document(TIME.formatted(value));

        assertThat(summaries(specification.check(document)))
                .containsExactly("patch-eks /InstanceGroups/0/AutoPatchConfig");
        assertThat(specification.normalised(document)).isEqualTo(document(TIME.formatted(sent)));
        assertThat(specification.normalised(document).toText())
                .isEqualTo(document(TIME.formatted(sent)).toText());
    }

    @Test
    void leavesAllElseAsItStands() {
        JsonObject document =
                document(
                        "{'NodeRecovery':'None','ClusterName':'a','NextPatchDate':'2026-11-24T00:00:00Z',"
                                + "'Tags':[{'Value':'2026-11-24T00:00:00Z','Key':'b'}],'InstanceGroups':[{"
                                + "'KubernetesConfig':{'Labels':{'NextPatchDate':'2026-11-24T00:00:00Z'}},"
                                + "'InstanceCount':-0}],'VpcConfig':[],'AutoScaling':null}");

        assertThat(specification.normalised(document).toText()).isEqualTo(document.toText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A9", "my-cluster", "a--b"})
    void knowsClusterNames(String name) {
        assertThat(specification.isClusterName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a_b", "a b", "a\n", "é", "arn:aws:sagemaker:x"})
    void knowsWhatIsNoClusterName(String name) {
        assertThat(specification.isClusterName(name)).isFalse();
    }

    @Test
    void boundsClusterNames() {
        assertThat(specification.isClusterName("a".repeat(63))).isTrue();
        assertThat(specification.isClusterName("a".repeat(64))).isFalse();
        assertThat(specification.isClusterName("a".repeat(1_000_000))).isFalse();
    }

    @Test
    void answersSoonWhateverIsSent() {
        String groups = "1,".repeat(130_000) + "1";
        JsonObject document =
                document("{'InstanceGroups':[" + groups + "]}").with("ClusterName", Json.of("a"));

        List<Finding> findings = specification.check(document);

        assertThat(findings).hasSizeBetween(Findings.ENOUGH, Findings.ENOUGH + 10);
        assertThat(Findings.limit(findings)).hasSize(Findings.MAX);
    }

    private static Rule rule(RuleId id, Function<ClusterRequest, Stream<Finding>> check) {
        return new Rule() {
            @Override
            public RuleId id() {
                return id;
            }

            @Override
            public Stream<Finding> check(ClusterRequest request) {
                return check.apply(request);
            }
        };
    }
}
