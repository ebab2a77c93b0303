package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class LifecycleBucketTest {

    @Test
    void warnsOfOtherBuckets() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://scripts/hyperpod/'}}]}"))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://my-sagemaker-scripts/'}}]}"))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'https://sagemaker-scripts.s3.amazonaws.com/'}}]}"))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
    }

    @Test
    void takesBucketsOfSagemakersName() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://sagemaker-us-east-1-111122223333/a'}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://sagemaker-'}}]}"))
                .isEmpty();
    }

    @Test
    void wantsTheHyphen() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://sagemaker/a'}}]}"))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'s3://sagemaker_a'}}]}"))
                .containsExactly("lifecycle-bucket /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{"
                                        + "'SourceS3Uri':'scripts/hyperpod'}}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':''}}]}")).isEmpty();
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':7}}]}")).isEmpty();
        assertThat(check("{'InstanceGroups':[7,{'LifeCycleConfig':7},{}]}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("lifecycle-bucket").check(request(document)).toList());
    }
}
