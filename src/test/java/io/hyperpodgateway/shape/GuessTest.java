package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class GuessTest {

    private static final List<String> GROUP =
            List.of(
                    "InstanceCount",
                    "MinInstanceCount",
                    "InstanceGroupName",
                    "InstanceType",
                    "LifeCycleConfig",
                    "SourceS3Uri",
                    "ExecutionRole",
                    "VpcConfig",
                    "SecurityGroupIds",
                    "Subnets",
                    "VolumeSizeInGB",
                    "MaximumBatchSize",
                    "FSxLustreConfig",
                    "Eks",
                    "Tags",
                    "Mode");

    @ParameterizedTest
    @CsvSource({
        "instanceType, InstanceType",
        "instance-type, InstanceType",
        "Instance Type, InstanceType",
        "LifecycleConfig, LifeCycleConfig",
        "life_cycle_config, LifeCycleConfig",
        "source_s3_uri, SourceS3Uri",
        "volume_size_in_gb, VolumeSizeInGB",
        "f_sx_lustre_config, FSxLustreConfig",
        "EKS, Eks",
        "Name, InstanceGroupName",
        "count, InstanceCount",
        "Type, InstanceType",
        "RoleArn, ExecutionRole",
        "execution_role_arn, ExecutionRole",
        "SecurityGroups, SecurityGroupIds",
        "SubnetIds, Subnets",
        "VolumeSize, VolumeSizeInGB",
        "InstanceTyp, InstanceType",
        "InstnaceType, InstanceType",
        "InstnceTyp, InstanceType",
        "InstanceTipe, InstanceType",
        "VpcConfg, VpcConfig",
        "VcpConfig, VpcConfig",
        "Tag, Tags",
    })
    void isCertainOfSpellingsOtherWordsAndSlips(String written, String meant) {
        assertThat(Guess.of(written, GROUP).certain()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaxInstanceCount",
                "VolumeSizeInMB",
                "VolumeSizeInTB",
                "MinimumBatchSize",
                "Ecs",
                "Node",
                "Budget",
                "",
            })
    void isNotCertainOfWhatMayBeAnotherWord(String written) {
        assertThat(Guess.of(written, GROUP).certain()).isEmpty();
    }

    @Test
    void isNotCertainWhereTwoComeNear() {
        Guess guess = Guess.of("OnCreat", List.of("OnCreate", "OnCreats"));

        assertThat(guess.certain()).isEmpty();
        assertThat(guess.hint()).isEqualTo(", did you mean OnCreate or OnCreats?");
    }

    @Test
    void looksAtAsManyNamesAsAnAnswerShows() {
        var guesses = new Guesses();
        IntStream.range(0, 100).forEach(i -> guesses.of("a", "x" + i, GROUP));

        assertThat(guesses.of("a", "instanceType", GROUP).names()).isEmpty();
        assertThat(guesses.of("b", "instanceType", GROUP).names()).containsExactly("InstanceType");
        assertThat(guesses.of("b", "InstanceType" + " ".repeat(100), GROUP).names()).isEmpty();
    }
}
