package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.PatchOperation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class LifecycleSourceIsPrefixTest {

    private static final Rule RULE = rule("lifecycle-source-is-prefix");
    private static final String AT = "/InstanceGroups/0/LifeCycleConfig/SourceS3Uri";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://sagemaker-scripts/hyperpod/other.sh",
                "s3://sagemaker-scripts/setup.py",
                "https://s3.amazonaws.com/sagemaker-scripts/a/b.bash",
                "s3://sagemaker-scripts//on_create.sh"
            })
    void warnsOfAScript(String uri) {
        assertThat(places(RULE, groups(group(uri, "on_create.sh")))).containsExactly(AT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://sagemaker-scripts/hyperpod/",
                "s3://sagemaker-scripts/hyperpod",
                "s3://sagemaker-scripts",
                "s3://sagemaker-scripts.sh",
                "s3://on_create.sh",
                "s3://sagemaker-scripts/on_create.sh/",
                "s3://sagemaker-scripts/v1.2",
                "s3://sagemaker-scripts/.ssh",
                "on_create.sh",
                ""
            })
    void takesPrefixes(String uri) {
        assertThat(places(RULE, groups(group(uri, "on_create.sh")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://sagemaker-scripts/hyperpod/on_create.sh, on_create.sh,"
                + " s3://sagemaker-scripts/hyperpod/",
        "s3://sagemaker-scripts/on_create.sh, on_create.sh, s3://sagemaker-scripts/",
        "s3://sagemaker-scripts/base/eks/create, eks/create, s3://sagemaker-scripts/base/"
    })
    void cutsTheNameOfTheScriptItself(String uri, String script, String prefix) {
        assertThat(fix(group(uri, script)))
                .extracting(operation -> operation.toJson().toText())
                .contains(
                        "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}"
                                .formatted(AT, prefix));
    }

    @Test
    void cutsNothingOfAnotherScript() {
        assertThat(fix(group("s3://sagemaker-scripts/other.sh", "on_create.sh"))).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckReports() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "7",
                                        "{'LifeCycleConfig':7}",
                                        "{'LifeCycleConfig':{'SourceS3Uri':7,'OnCreate':7}}")))
                .isEmpty();
    }

    private static String group(String uri, String script) {
        return "{'LifeCycleConfig':{'SourceS3Uri':'%s','OnCreate':'%s'}}".formatted(uri, script);
    }

    private static List<PatchOperation> fix(String group) {
        return RULE.check(request("{%s}".formatted(groups(group))))
                .flatMap(finding -> finding.fix().stream())
                .toList();
    }
}
