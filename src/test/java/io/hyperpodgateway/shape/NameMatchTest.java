package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class NameMatchTest {

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
    void isCertainOfSpellingsSynonymsAndTypos(String written, String right) {
        assertThat(NameMatch.of(written, GROUP).certain()).contains(right);
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
        assertThat(NameMatch.of(written, GROUP).certain()).isEmpty();
    }

    @Test
    void isNotCertainWhereTwoComeNear() {
        NameMatch match = NameMatch.of("OnCreat", List.of("OnCreate", "OnCreats"));

        assertThat(match.certain()).isEmpty();
        assertThat(match.hint()).isEqualTo(", did you mean OnCreate or OnCreats?");
    }

    @Test
    void comparesAsManyNamesAsAnAnswerShows() {
        var names = new MisspeltMemberFinder(ServiceModel.bundled());
        IntStream.range(0, 100).forEach(i -> names.match("a", "x" + i, GROUP));

        assertThat(names.match("a", "instanceType", GROUP).names()).isEmpty();
        assertThat(names.match("b", "instanceType", GROUP).names()).containsExactly("InstanceType");
        assertThat(names.match("b", "InstanceType" + " ".repeat(100), GROUP).names()).isEmpty();
    }
}
