package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

class BundledPoliciesTest {

    private static final String CLASS = "io/hyperpodgateway/policy/BundledPolicies.class";

    @TempDir private Path folder;

    @Test
    void areTheFilesThatLieThere() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/policies"))) {
            assertThat(BundledPolicies.names())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .map(name -> name.replaceFirst("[.]yaml$", ""))
                                    .toList());
        }
    }

    @Test
    void areFoundInAnArchiveToo() throws Exception {
        Path archive = folder.resolve("with blank.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(archive));
                InputStream code = BundledPolicies.class.getResourceAsStream("/" + CLASS)) {
            put(jar, CLASS, code.readAllBytes());
            put(jar, "policies/", new byte[0]);
            put(jar, "policies/default.yaml", "version: d".getBytes(StandardCharsets.UTF_8));
            put(jar, "policies/b-2.yaml", "version: b".getBytes(StandardCharsets.UTF_8));
            put(jar, "policies/notes.txt", new byte[0]);
            put(jar, "policies/deep/er.yaml", new byte[0]);
            put(jar, "other/default.yaml", new byte[0]);
        }
        var urls = new URL[] {archive.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> there = loader.loadClass(BundledPolicies.class.getName());
            assertThat(there.getMethod("names").invoke(null)).isEqualTo(List.of("b-2", "default"));
            assertThat(there.getMethod("names").invoke(null)).isEqualTo(List.of("b-2", "default"));
            assertThat(there.getMethod("text", String.class).invoke(null, "b-2"))
                    .isEqualTo(Optional.of("version: b"));
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
