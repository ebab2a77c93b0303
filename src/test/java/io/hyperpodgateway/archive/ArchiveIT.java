package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.start.ClassIndex;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/// The archive contains its bill of materials, and is the same wherever and whenever it is built.
class ArchiveIT {

    private static final Path BUILD = Path.of("target");
    private static final Path FUNCTION = BUILD.resolve("function");
    private static final Path ARCHIVE = BUILD.resolve("archive");

    @Test
    void listsEveryLibraryThatIsDeployedAndNoOther() throws IOException {
        var deployed = new TreeSet<>(Contents.jars(ARCHIVE.resolve("merged")));
        assertThat(deployed).hasSizeGreaterThan(30);
        deployed.addAll(Contents.jars(ARCHIVE.resolve("beside")));

        assertThat(libraries().stream().map(ArchiveIT::jar))
                .containsExactlyInAnyOrderElementsOf(deployed);
    }

    @Test
    void holdsInItsJarWhichLibrariesItsClassesAreOf() throws IOException {
        Set<String> merged = Contents.jars(ARCHIVE.resolve("merged"));
        try (var jar = new JarFile(FUNCTION.resolve(ClassIndex.JAR).toFile())) {
            for (JsonObject library : libraries()) {
                if (!merged.contains(jar(library))) continue;
                ZipEntry entry =
                        jar.getEntry(
                                "META-INF/maven/%s/%s/pom.properties"
                                        .formatted(text(library, "group"), text(library, "name")));
                assertThat(entry).as(jar(library)).isNotNull();
                var properties = new Properties();
                properties.load(jar.getInputStream(entry));
                assertThat(properties)
                        .containsEntry("groupId", text(library, "group"))
                        .containsEntry("artifactId", text(library, "name"))
                        .containsEntry("version", text(library, "version"));
            }
        }
    }

    @Test
    void isTheSameBesideTheJarAndForTheImage() throws IOException {
        byte[] bom = Files.readAllBytes(FUNCTION.resolve(Bom.FILE));

        assertThat(BUILD.resolve(Bom.FILE)).hasBinaryContent(bom);
        try (var jar = new JarFile(ARCHIVE.resolve("resources.jar").toFile())) {
            assertThat(jar.getInputStream(jar.getEntry(Bom.FILE))).hasBinaryContent(bom);
        }
    }

    @Test
    void saysNothingThatDiffersFromBuildToBuild() throws IOException {
        JsonObject bom = bom();

        assertThat(bom.get("serialNumber")).isEmpty();
        assertThat(bom.object("metadata").orElseThrow().get("timestamp")).isEmpty();
        assertThat(bom.toText())
                .doesNotContain(Path.of("").toAbsolutePath().toString())
                .doesNotContain(System.getProperty("user.home"));
    }

    @Test
    void datesEveryEntryTheSame() throws IOException {
        for (Path path :
                Set.of(FUNCTION.resolve(ClassIndex.JAR), ARCHIVE.resolve("resources.jar"))) {
            try (var jar = new JarFile(path.toFile())) {
                assertThat(jar.stream().map(ZipEntry::getTimeLocal).collect(Collectors.toSet()))
                        .as(path.toString())
                        .containsExactly(LocalDateTime.of(1980, 1, 1, 12, 0));
            }
        }
    }

    private static Set<JsonObject> libraries() throws IOException {
        return bom().items("components").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toSet());
    }

    private static JsonObject bom() throws IOException {
        Reading<Json, JsonFlaw> reading =
                JsonReader.read(Files.readAllBytes(FUNCTION.resolve(Bom.FILE)));
        return (JsonObject) reading.orElseThrow();
    }

    private static String jar(JsonObject library) {
        return "%s-%s.jar".formatted(text(library, "name"), text(library, "version"));
    }

    private static String text(JsonObject library, String member) {
        return library.text(member).orElseThrow();
    }
}
