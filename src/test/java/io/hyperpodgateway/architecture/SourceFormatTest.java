package io.hyperpodgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SourceFormatTest {

    @Test
    void everySourceIsInFormat() throws IOException {
        assertThat(SourceFormat.files())
                .as("mvn -Pformat puts them right")
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file)).isEqualTo(SourceFormat.formatted(file)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
