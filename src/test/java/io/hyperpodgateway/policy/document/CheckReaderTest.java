package io.hyperpodgateway.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Prices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class CheckReaderTest {

    private final Mistakes mistakes = new Mistakes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'requireVpc':true}",
                "{'allowedOrchestrators':['slurm','eks']}",
                "{'requireNodeRecovery':'Automatic'}",
                "{'requireTrainingPlan':{'instanceTypes':['ml.p5.*']}}",
                "{'requiredDeepHealthChecks':{'instanceTypes':['*'],'checks':['InstanceStress']}}",
                "{'requireVolumeEncryption':true}",
                "{'maxVolumeSizeInGB':0}",
                "{'maxVolumeSizeInGB':500}",
            })
    void readsWhatItWrites(String check) {
        String json = check.replace('\'', '"');

        assertThat(read(json).map(read -> read.toJson().toText())).contains(json);
        assertThat(read(json).orElseThrow().description()).isNotEmpty().doesNotEndWith(".");
        assertThat(mistakes.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{requireVpc: false}                                | 1:14 enum",
                "{requireVpc: yes}                                  | 1:14 type",
                "{requireVpc: }                                     | 1:13 type",
                "{requireVpcs: true}                                | 1:2 unknown-member",
                "{allowedOrchestrators: []}                         | 1:24 empty",
                "{allowedOrchestrators: eks}                        | 1:24 type",
                "{allowedOrchestrators: [EKS, ray]}                 | 1:25 enum, 1:30 enum",
                "{allowedOrchestrators: [eks, eks]}                 | 1:30 duplicate-item",
                "{requireNodeRecovery: None}                        | 1:23 enum",
                "{requireNodeRecovery: automatic}                   | 1:23 enum",
                "{requireNodeRecovery: true}                        | 1:23 type",
                "{requireTrainingPlan: true}                        | 1:23 type",
                "{requireTrainingPlan: {}}                          | 1:23 empty",
                "{requireTrainingPlan: {instanceTypes: []}}         | 1:39 empty",
                "{requireTrainingPlan: {instanceTypes: ['{x}']}}    | 1:40 placeholder",
                "{requireTrainingPlan: {types: [a]}} | 1:23 required, 1:24 unknown-member",
                "{requiredDeepHealthChecks: {instanceTypes: [a]}}   | 1:28 required",
                "{requiredDeepHealthChecks: {checks: [InstanceStress]}} | 1:28 required",
                "{requiredDeepHealthChecks: {instanceTypes: [a], checks: []}} | 1:57 empty",
                "{requiredDeepHealthChecks: {instanceTypes: [a], checks: [InstanceStres]}} | 1:58"
                        + " enum",
                "{requireVolumeEncryption: false}                   | 1:27 enum",
                "{requireVolumeEncryption: 'true'}                  | 1:27 type",
                "{maxVolumeSizeInGB: -1}                            | 1:21 range",
                "{maxVolumeSizeInGB: 1.5}                           | 1:21 range",
                "{maxVolumeSizeInGB: '500'}                         | 1:21 type",
                "{requireVpc: false, maxVolumeSizeInGB: x} | 1:14 enum, 1:21 one-check, 1:40 type",
            },
            quoteCharacter = '`')
    void tellsEveryMistakeAtItsPlace(String check, String expected) {
        read(check);

        assertThat(
                        mistakes.all().stream()
                                .map(one ->
                                        "%d:%d %s".formatted(one.line(), one.column(), one.rule())))
                .containsExactly(expected.split(", "));
    }

    @Test
    void helpsWithWords() {
        assertThat(message("{requireVpc: false}"))
                .isEqualTo("requireVpc is false, not true: leave the rule out instead");
        assertThat(message("{requireNodeRecovery: None}"))
                .isEqualTo("requireNodeRecovery is None, not one of Automatic");
        assertThat(message("{allowedOrchestrators: [slrm]}"))
                .isEqualTo(
                        "an item of allowedOrchestrators is slrm, not one of eks, slurm, did you"
                                + " mean slurm?");
        assertThat(
                        message(
                                "{requiredDeepHealthChecks: {instanceTypes: [a], checks:"
                                        + " [InstanceStres]}}"))
                .contains(
                        "InstanceStress, InstanceConnectivity, MultiNodeTrainingValidation",
                        "did you mean InstanceStress?");
    }

    private String message(String check) {
        var found = new Mistakes();
        read(check, found);
        return found.all().stream().map(Mistake::message).findFirst().orElse("");
    }

    private Optional<? extends Check> read(String check) {
        return read(check, mistakes);
    }

    private static Optional<? extends Check> read(String check, Mistakes found) {
        return new CheckReader(new NodeReader(found), Prices.NONE, List.of("a", "ml.p5.48xlarge"))
                .read(YamlReader.read(check, found), Optional.empty());
    }
}
