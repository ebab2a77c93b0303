package io.hyperpodgateway.spec.rules.nodes;

import static io.hyperpodgateway.spec.SpecDocuments.request;
import static io.hyperpodgateway.spec.SpecDocuments.told;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class LifecycleCompleteTest {

    @Test
    void warnsOfScriptsWithoutSource() {
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{'OnCreate':'a.sh'}}]}"))
                .containsExactly(
                        "lifecycle-complete /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{'OnInitComplete':'a.sh'}}]}"))
                .containsExactly(
                        "lifecycle-complete /InstanceGroups/0/LifeCycleConfig/SourceS3Uri");
    }

    @Test
    void warnsOfASourceWithoutScript() {
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':'s3://a'}}]}"))
                .containsExactly("lifecycle-complete /InstanceGroups/0/LifeCycleConfig/OnCreate");
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(check("{'InstanceGroups':[{'LifeCycleConfig':{}}]}"))
                .containsExactly(
                        "lifecycle-complete /InstanceGroups/0/LifeCycleConfig/SourceS3Uri",
                        "lifecycle-complete /InstanceGroups/0/LifeCycleConfig/OnCreate");
    }

    @Test
    void takesEitherScriptAndBoth() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':'s3://a',"
                                        + "'OnCreate':'a.sh'}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':'s3://a',"
                                        + "'OnInitComplete':'a.sh'}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':'s3://a',"
                                        + "'OnCreate':'a.sh','OnInitComplete':'a.sh'}}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':[7,{'LifeCycleConfig':7}]}")).isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'LifeCycleConfig':{'SourceS3Uri':7,"
                                        + "'OnCreate':null}}]}"))
                .isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':[{'LifeCycleConfig':{}}]}")).isEmpty();
    }

    private static List<String> check(String document) {
        return told(new LifecycleComplete().check(request(document)).toList());
    }
}
