package io.hyperpodgateway.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ReferencesTest {

    private static final Set<String> REFERENCES =
            Stream.of(ReferenceKind.values())
                    .flatMap(kind -> kind.members().stream())
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyTextOfTheModelIsEitherAReferenceOrHarmless() throws IOException {
        var unclassified = new TreeSet<>(textsOfTheModel());
        unclassified.removeAll(REFERENCES);
        unclassified.removeAll(HarmlessMembers.PATHS);

        assertThat(unclassified)
                .as("add each to ReferenceKind, if a right is needed, or to HarmlessMembers")
                .isEmpty();
    }

    @Test
    void theTablesHoldNothingElse() throws IOException {
        var classified = new TreeSet<>(REFERENCES);
        classified.addAll(HarmlessMembers.PATHS);

        assertThat(classified).isEqualTo(textsOfTheModel());
        assertThat(Collections.disjoint(REFERENCES, HarmlessMembers.PATHS)).isTrue();
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
        return References.of(document(json)).stream()
                .map(reference ->
                        reference.pointer()
                                + " "
                                + reference.kind().map(ReferenceKind::id).orElse("-"))
                .toList();
    }

    private static JsonObject document(String json) {
        return (JsonObject) ((JsonReading.Read) JsonReader.read(json.replace('\'', '"'))).value();
    }

    /// Every member of CreateCluster that a text may stand in: strings, and timestamps, which may
    /// be written as strings.
    private static Set<String> textsOfTheModel() throws IOException {
        JsonObject shapes =
                document(Files.readString(Path.of("src/main/codegen/service-2.json")))
                        .object("shapes")
                        .orElseThrow();
        var paths = new TreeSet<String>();
        collect(shapes, "CreateClusterRequest", "", paths);
        return paths;
    }

    private static void collect(JsonObject shapes, String name, String path, Set<String> paths) {
        JsonObject shape = shapes.object(name).orElseThrow();
        switch (shape.text("type").orElseThrow()) {
            case "structure" -> {
                for (var member : shape.object("members").orElseThrow().members().entrySet()) {
                    String below = path.isEmpty() ? member.getKey() : path + "/" + member.getKey();
                    collect(shapes, shapeOf((JsonObject) member.getValue()), below, paths);
                }
            }
            case "list" ->
                    collect(
                            shapes,
                            shapeOf(shape.object("member").orElseThrow()),
                            path + "/*",
                            paths);
            case "map" ->
                    collect(
                            shapes,
                            shapeOf(shape.object("value").orElseThrow()),
                            path + "/{}",
                            paths);
            case "string", "timestamp" -> paths.add(path);
            default -> {}
        }
    }

    private static String shapeOf(JsonObject reference) {
        return reference.text("shape").orElseThrow();
    }
}
