package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.ReferenceKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

class AllowedReferencesTest {

    private static final ClusterRequest REQUEST =
            forDocument(
                    """
                    {'ClusterRole': 'role-a',
                     'VpcConfig': {'Subnets': ['subnet-1', 'subnet-2'], 'SecurityGroupIds': ['sg-1']},
                     'InstanceGroups': [{'OverrideVpcConfig': {'Subnets': ['subnet-3']}}]}
                    """);

    @Test
    void refusesWhatIsNotOnTheList() {
        assertThat(places(subnets("subnet-1"), REQUEST))
                .containsExactly(
                        "/VpcConfig/Subnets/1", "/InstanceGroups/0/OverrideVpcConfig/Subnets/0");
        assertThat(places(subnets("subnet-?"), REQUEST)).isEmpty();
        assertThat(places(subnets(), REQUEST)).hasSize(3);
    }

    @Test
    void doesNotSeeOtherKinds() {
        assertThat(places(subnets("*"), forDocument("{'ClusterRole': 'x', 'Unknown': 'y'}")))
                .isEmpty();
    }

    @Test
    void namesWhatIsAllowed() {
        assertThat(messages(subnets("subnet-1", "subnet-2"), REQUEST))
                .containsExactly("subnet-3 is not allowed; allowed subnets: subnet-1, subnet-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on_create.sh",
                "a",
                "setup/on-create.sh",
                "1/2/3",
                ".hidden",
                "a..b/..c",
                "...",
            })
    void takesPlainNamesOfScripts(String script) {
        assertThat(places(sources("s3://b/ok/*"), script("OnCreate", script))).isEmpty();
        assertThat(places(sources("s3://b/ok/*"), script("OnInitComplete", script))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.sh",
                "..",
                ".",
                "a/..",
                "a/./b",
                "./on_create.sh",
                "/etc/passwd",
                "a//b",
                "a/",
                "a.sh; curl x|sh",
                "a.sh b",
                "$(x)",
                "%2e%2e/x",
                "a\\\\b",
                "~/x",
                "s3://b/x",
                "a.sh\\n",
                "\uff0e\uff0e/x",
                "\u0430.sh",
                "",
            })
    void refusesOtherNamesOfScriptsWhereSourcesAreListed(String script) {
        assertThat(places(sources("s3://b/ok/*"), script("OnCreate", script)))
                .containsExactly("/InstanceGroups/1/LifeCycleConfig/OnCreate");
        assertThat(places(sources("s3://b/ok/*"), script("OnInitComplete", script)))
                .containsExactly("/InstanceGroups/1/LifeCycleConfig/OnInitComplete");
        assertThat(places(sources(), script("OnCreate", script))).hasSize(2);
        assertThat(places(sources("*"), script("OnCreate", script))).isEmpty();
        assertThat(places(sources("s3://b/ok/*", "*"), script("OnCreate", script))).isEmpty();
        assertThat(places(subnets(), script("OnCreate", script))).isEmpty();
    }

    @Test
    void saysWhatAScriptIsCalled() {
        assertThat(messages(sources("s3://b/ok/*"), script("OnCreate", "../x")))
                .containsExactly(
                        "../x is not allowed: where sources are listed, OnCreate has to be a relative"
                                + " file name of letters, digits, . _ - and /, without . or .."
                                + " between the slashes");
        assertThat(sources("s3://b/ok/*").description()).endsWith("are plain file names");
        assertThat(sources("*").description()).endsWith("lifecycleSources: *");
    }

    @Test
    void refusesASourceThatLeavesItsPrefix() {
        var request =
                forDocument(
                        """
                        {'InstanceGroups': [{'LifeCycleConfig':
                            {'SourceS3Uri': 's3://b/ok/../evil', 'OnCreate': '../x'}}]}
                        """);

        assertThat(places(sources("s3://b/ok/*"), request))
                .containsExactly(
                        "/InstanceGroups/0/LifeCycleConfig/SourceS3Uri",
                        "/InstanceGroups/0/LifeCycleConfig/OnCreate");
        assertThat(places(sources("*"), request)).isEmpty();
    }

    private static ClusterRequest script(String member, String name) {
        return forDocument(
                "{'InstanceGroups': [{}, {'LifeCycleConfig': {'SourceS3Uri': 's3://b/ok/x', '%s': '%s'}}]}"
                        .formatted(member, name));
    }

    private static AllowedReferences sources(String... globs) {
        return new AllowedReferences(
                new LinkedHashMap<>(Map.of(ReferenceKind.LIFECYCLE_SOURCES, Globs.of(globs))));
    }

    private static AllowedReferences subnets(String... globs) {
        return new AllowedReferences(
                new LinkedHashMap<>(Map.of(ReferenceKind.SUBNETS, Globs.of(globs))));
    }
}
