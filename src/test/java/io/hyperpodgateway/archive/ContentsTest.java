package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.start.ClassIndex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

class ContentsTest {

    @TempDir Path folder;

    @Test
    void takesOfAJarWhatJava25Would() throws IOException {
        jar(
                "a.jar",
                true,
                Map.of(
                        "a/A.class", "old",
                        "META-INF/versions/21/a/A.class", "new",
                        "META-INF/versions/99/a/A.class", "not yet"));

        assertThat(text("a/A.class")).isEqualTo("new");
        assertThat(Contents.ofJars(folder)).containsOnlyKeys("a/A.class");
    }

    @Test
    void leavesOutWhatDescribesTheJarItself() throws IOException {
        jar(
                "a.jar",
                false,
                Map.of(
                        "META-INF/A.SF", "",
                        "META-INF/native-image/a/reflect.json", "",
                        "module-info.class", "",
                        "a/b/package-info.class", "",
                        "a/b/mime.types", ""));

        assertThat(Contents.ofJars(folder)).containsOnlyKeys("a/b/mime.types");
    }

    @Test
    void keepsTheTermsOfEachLibraryApart() throws IOException {
        jar("a-1.jar", false, Map.of("META-INF/LICENSE.txt", "of a", "META-INF/NOTICE", "by a"));
        jar("b-2.jar", false, Map.of("META-INF/LICENSE.txt", "of b", "LICENSE", "whole"));

        assertThat(Contents.ofJars(folder))
                .containsOnlyKeys(
                        "META-INF/licenses/a-1/LICENSE.txt",
                        "META-INF/licenses/a-1/NOTICE",
                        "META-INF/licenses/b-2/LICENSE.txt",
                        "META-INF/licenses/b-2/LICENSE");
    }

    @Test
    void keepsWhatSaysWhichLibraryItIs() throws IOException {
        jar("a.jar", false, Map.of("META-INF/maven/g/a/pom.properties", "version=1"));
        jar("b.jar", false, Map.of("META-INF/maven/g/b/pom.xml", "<project/>"));

        assertThat(Contents.ofJars(folder))
                .containsOnlyKeys(
                        "META-INF/maven/g/a/pom.properties", "META-INF/maven/g/b/pom.xml");
        assertThat(Contents.jars(folder)).containsOnly("a.jar", "b.jar");
    }

    @Test
    void joinsListsOfProviders() throws IOException {
        jar("a.jar", false, Map.of("META-INF/services/a.Port", "a.One"));
        jar("b.jar", false, Map.of("META-INF/services/a.Port", "b.Other\n"));

        assertThat(text("META-INF/services/a.Port")).isEqualTo("a.One\nb.Other\n");
    }

    @Test
    void refusesDifferentFilesOfOneNameAndReportsAll() throws IOException {
        jar("a.jar", false, Map.of("a/A.class", "one", "a/B.class", "one", "a/C.class", "same"));
        jar("b.jar", false, Map.of("a/A.class", "two", "a/B.class", "two", "a/C.class", "same"));

        assertThatThrownBy(() -> Contents.ofJars(folder))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContainingAll("a/A.class", "a/B.class")
                .message()
                .doesNotContain("a/C.class");
    }

    @Test
    void writesAJarThatIsTheSameEachTimeAndCompressesNothing() throws IOException {
        var files = new TreeMap<>(Map.of("b", bytes("two"), "a/A.class", bytes("one")));
        Contents.writeJar(folder.resolve("x/one.jar"), files);
        Contents.writeJar(folder.resolve("x/two.jar"), files);

        assertThat(folder.resolve("x/one.jar")).hasSameBinaryContentAs(folder.resolve("x/two.jar"));
        try (var jar = new JarFile(folder.resolve("x/one.jar").toFile())) {
            assertThat(jar.stream()).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
            assertThat(jar.getInputStream(jar.getEntry("b"))).hasBinaryContent(bytes("two"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"})
    void writesTheSameJarInEveryTimeZone(String zone) throws IOException {
        var files = new TreeMap<>(Map.of("b", bytes("two"), "a/A.class", bytes("one")));
        Path here = folder.resolve("here.jar");
        Path there = folder.resolve("there.jar");
        Contents.writeJar(here, files);

        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Contents.writeJar(there, files);
            try (var jar = new JarFile(there.toFile())) {
                assertThat(jar.stream())
                        .extracting(ZipEntry::getTimeLocal)
                        .containsOnly(LocalDateTime.of(1980, 1, 1, 12, 0));
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(there).hasSameBinaryContentAs(here);
    }

    @Test
    void returnsThePositionsOfTheClassesOfAJar() throws IOException {
        var files =
                new TreeMap<>(
                        Map.of(
                                "META-INF/maven/g/a/pom.xml",
                                bytes("x"),
                                "a/A.class",
                                bytes("one")));

        assertThat(Contents.writeJar(folder.resolve("one.jar"), files))
                .extracting(ClassIndex.ClassLocation::name)
                .containsExactly("a.A");
    }

    @Test
    void replacesAFolder() throws IOException {
        Contents.writeFolder(folder.resolve("out"), Map.of("a/b/old", bytes("old")));
        Contents.writeFolder(folder.resolve("out"), Map.of("a/new", bytes("new")));

        assertThat(Contents.ofFolder(folder.resolve("out"))).containsOnlyKeys("a/new");
    }

    private String text(String name) throws IOException {
        return new String(Contents.ofJars(folder).get(name), StandardCharsets.UTF_8);
    }

    private void jar(String name, boolean versions, Map<String, String> files) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        if (versions) manifest.getMainAttributes().putValue("Multi-Release", "true");
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                var jar = new JarOutputStream(file, manifest)) {
            for (var each : new TreeMap<>(files).entrySet()) {
                jar.putNextEntry(new ZipEntry(each.getKey()));
                jar.write(bytes(each.getValue()));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
