package io.hyperpodgateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ReferenceTest {

    private static final Set<String> REFERENCES =
            Stream.of(ReferenceKind.values())
                    .flatMap(kind -> kind.members().stream())
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void takesNothingForBothAReferenceAndHarmless() {
        assertThat(REFERENCES).doesNotContainAnyElementsOf(HarmlessMembers.PATHS);
    }

    @Test
    void knowsTheKindsByTheirNames() {
        assertThat(ReferenceKind.ids())
                .containsExactly(
                        "executionRoles",
                        "clusterRoles",
                        "lifecycleSources",
                        "subnets",
                        "securityGroups",
                        "eksClusters",
                        "kmsKeys",
                        "fileSystems",
                        "images",
                        "trainingPlans",
                        "secrets",
                        "databases");
        assertThat(ReferenceKind.of("kmsKeys")).contains(ReferenceKind.KMS_KEYS);
        assertThat(ReferenceKind.of("KmsKeys")).isEmpty();
    }

    @Test
    void findsReferencesOfBothSortsOfGroups() {
        assertThat(
                        found(
                                """
                                {'InstanceGroups': [{'ExecutionRole': 'a', 'InstanceType': 'x'}],
                                 'RestrictedInstanceGroups': [{'ExecutionRole': 'b'}]}
                                """))
                .containsExactly(
                        "/InstanceGroups/0/ExecutionRole executionRoles",
                        "/RestrictedInstanceGroups/0/ExecutionRole executionRoles");
    }

    @Test
    void takesTheDefaultImageForNoReference() {
        assertThat(found("{'InstanceGroups': [{'ImageId': 'default'}, {'ImageId': 'Default'}]}"))
                .containsExactly("/InstanceGroups/1/ImageId images");
    }

    @Test
    void belongsToNoKindWhatNobodyClassified() {
        assertThat(
                        found(
                                """
                                {'New': {'Deep': ['a']}, 'Tags': [{'Key': 'k', 'New': 'v'}],
                                 'ExecutionRole': 'somewhere else', 'Number': 1, 'Truth': true}
                                """))
                .containsExactly("/New/Deep/0 -", "/Tags/0/New -", "/ExecutionRole -");
    }

    @Test
    void isNotLedAstrayByNamesThatLookLikePaths() {
        assertThat(
                        found(
                                """
                                {'Tags/*/Key': 'a', 'Tags': {'*': {'Key': 'b'}},
                                 'InstanceGroups': [{'KubernetesConfig': {'Labels': {'a/b': 'x', '{}': 'y'}}},
                                                    {'KubernetesConfig/Labels': {'{}': 'z'}}]}
                                """))
                .containsExactly(
                        "/Tags~1*~1Key -",
                        "/Tags/*/Key -",
                        "/InstanceGroups/1/KubernetesConfig~1Labels/{} -");
    }

    private static List<String> found(String json) {
        return Reference.in(document(json)).stream()
                .map(reference ->
                        reference.pointer()
                                + " "
                                + reference.kind().map(ReferenceKind::id).orElse("-"))
                .toList();
    }

    private static JsonObject document(String json) {
        return (JsonObject) JsonReader.read(json.replace('\'', '"')).orElseThrow();
    }
}
