package io.hyperpodgateway.admission.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

    @ParameterizedTest
    @CsvSource({
        "Cluster must have exactly one InstanceGroup with Controller node type,"
                + " one-controller-required, /InstanceGroups",
        "Partitions can only be assigned to Compute node types, partitions-for-compute-only,"
                + " /InstanceGroups",
        "FSx configurations are only supported for Custom VPC, fsx-needs-custom-vpc, /VpcConfig",
        "LifeCycleConfig is required for instance group workers, lifecycle-config-required,"
                + " /InstanceGroups",
        "OnCreate and OnInitComplete in LifeCycleConfig are mutually exclusive for group workers,"
                + " lifecycle-scripts-exclusive, /InstanceGroups",
        "OnCreate and OnInitComplete in LifeCycleConfig of workers are mutually exclusive,"
                + " lifecycle-scripts-exclusive, /InstanceGroups",
        "LifeCycleConfig for instance group is incomplete., lifecycle-config-incomplete,"
                + " /InstanceGroups",
        "LifeCycleConfig for instance group workers is incomplete., lifecycle-config-incomplete,"
                + " /InstanceGroups",
        "LifeCycleConfig is optional but requires a compatible AMI. Update it,"
                + " lifecycle-needs-newer-image, /InstanceGroups",
        "LifeCycleConfig for instance group is provided but contains no configuration,"
                + " lifecycle-config-empty, /InstanceGroups",
        "LifeCycleConfig for instance group workers is provided but contains no configuration,"
                + " lifecycle-config-empty, /InstanceGroups",
    })
    void knowsTheValidationTextsThatAwsLists(String message, String rule, String place) {
        Translation known = Translation.of("ValidationException: " + message).orElseThrow();

        assertThat(known.rule()).isEqualTo(rule);
        assertThat(known.responsible()).isEqualTo(ResponsibleParty.CALLER);
        assertThat(known.retryHelps()).isFalse();
        assertThat(Translation.named(rule)).contains(known);
        Finding finding = known.finding(message);
        assertThat(finding.pointer()).hasToString(place);
        assertThat(finding.message()).endsWith("SageMaker said: " + message);
    }

    @Test
    void sendsWhoeverHasAnOldImageToANewerOne() {
        assertThat(
                        Translation.of("LifeCycleConfig is optional but requires a compatible AMI")
                                .orElseThrow()
                                .words())
                .contains("update the AMI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cluster must have at least one InstanceGroup",
                "LifeCycleConfig for instance group workers",
                "the image is incomplete",
                "is incomplete: LifeCycleConfig for instance group",
                ""
            })
    void guessesNothing(String message) {
        assertThat(Translation.of(message)).isEmpty();
    }
}
