package io.hyperpodgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SourceFormatTest {

    private static final String IN_FORMAT = "class A {}\n";
    private static final String OUT_OF_FORMAT = "class  B{ }\n";

    @TempDir Path folder;

    /// In a separate process with the first compiler tier only, which halves the time.
    @Test
    void everySourceIsInFormat() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-exports"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(SourceFormat.class.getName(), SourceFormat.CHECK));

        Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).as("not in format; mvn -Pformat puts them right").isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void namesWhatIsNotInFormatAgainAndAgain() throws IOException {
        Files.writeString(folder.resolve("A.java"), IN_FORMAT);
        Path other = Files.writeString(folder.resolve("B.java"), OUT_OF_FORMAT);
        var format = new SourceFormat(folder, folder.resolve("known"));

        assertThat(format.notInFormat()).containsExactly(other);
        assertThat(format.notInFormat()).containsExactly(other);
    }

    @Test
    void looksAgainAtAFileThatWasChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), IN_FORMAT);
        var format = new SourceFormat(folder, folder.resolve("known"));
        assertThat(format.notInFormat()).isEmpty();

        Files.writeString(file, OUT_OF_FORMAT);
        assertThat(format.notInFormat()).containsExactly(file);
    }
}
