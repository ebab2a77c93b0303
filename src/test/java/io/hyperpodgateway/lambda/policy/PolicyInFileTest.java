package io.hyperpodgateway.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.settlement.ManualClock;
import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.lambda.log.LogLines;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

class PolicyInFileTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final String OPEN =
            """
            rules:
              - {id: types, check: {allowedInstanceTypes: ["ml.m5.*"]}}
              - {id: sizes, check: {maxInstances: {perCluster: 8}}}
            """;
    private static final String FIRST = "version: first\n" + OPEN;

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ManualClock clock = new ManualClock(Instant.parse("2099-01-01T00:00:00Z"));
    private Path path;
    private PolicyInFile policy;

    @BeforeEach
    void begin() throws IOException {
        path = Files.writeString(folder.resolve("policy.yaml"), FIRST);
        var loading = PolicyLoader.load(new PolicySource.File(path), MODEL);
        var lines =
                new LogLines(new PrintStream(out, true, StandardCharsets.UTF_8), "tests", clock);
        policy =
                new PolicyInFile(
                        new PolicyFile(path, clock, _ -> {}, FileStamp::of),
                        loading.orElseThrow(),
                        MODEL,
                        new PolicyLog(lines, clock));
    }

    @Test
    void staysAsItIsAndLogsNothing() throws IOException {
        Policy first = policy.get();
        Files.writeString(path, FIRST);

        assertThat(policy.get()).isSameAs(first);
        assertThat(lines()).isEmpty();
    }

    @Test
    void isReplacedAndSaysSo() throws IOException {
        String before = policy.get().sha256();
        Files.writeString(path, "version: second\n" + OPEN);

        assertThat(policy.get().version()).isEqualTo("second");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text("level")).contains("INFO");
                    assertThat(line.text("policyVersion")).contains("second");
                    assertThat(line.text("policySha256")).contains(policy.get().sha256());
                    assertThat(line.text("previousVersion")).contains("first");
                    assertThat(line.text("previousSha256")).contains(before);
                });
    }

    @Test
    void warnsOfAnotherTextUnderTheSameVersion() throws IOException {
        String before = policy.get().sha256();
        Files.writeString(path, "version: first\nauditors: []\n" + OPEN);

        assertThat(policy.get().sha256()).isNotEqualTo(before);
        assertThat(lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text("level")).contains("WARN");
                    assertThat(line.text("message").orElseThrow()).contains("same version");
                    assertThat(line.text("previousSha256")).contains(before);
                });
    }

    @Test
    void warnsOfWhatIsWorthALookInTheNewOne() throws IOException {
        Files.writeString(path, "version: second\nauditors: [\"jwt:idp.example.com/*\"]\n" + OPEN);
        policy.get();

        assertThat(levels()).containsExactly("INFO", "WARN");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 2, column 12");
    }

    @Test
    void staysWhenTheNewOneIsRefusedAndReportsItOnce() throws IOException {
        Files.writeString(path, "rulez: []\nauditors: [1, 2]\n");
        policy.get();
        Files.setLastModifiedTime(path, FileTime.fromMillis(0));
        policy.get();
        clock.forward(PolicyFile.SETTLED);

        assertThat(policy.get().version()).isEqualTo("first");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text("level")).contains("ERROR");
                    assertThat(line.integer("PolicyRefused")).contains(1L);
                    assertThat(line.text("policyVersion")).contains("first");
                    assertThat(line.get("mistakes").orElseThrow().toText())
                            .contains(
                                    "line 1, column 1: version is missing",
                                    "rulez",
                                    "line 2, column 12",
                                    "line 2, column 15",
                                    path.toString());
                });
    }

    @Test
    void reportsEveryRefusedContent() throws IOException {
        Files.writeString(path, "version: 1\n");
        policy.get();
        Files.writeString(path, "version: true\n");
        policy.get();

        assertThat(levels()).containsExactly("ERROR", "ERROR");
    }

    @Test
    void saysThatTheDocumentIsMended() throws IOException {
        Files.writeString(path, "version: 1\n");
        policy.get();
        Files.writeString(path, FIRST);
        policy.get();
        Files.writeString(path, "version: 1\n");
        policy.get();

        assertThat(levels()).containsExactly("ERROR", "INFO", "ERROR");
        assertThat(lines().get(1).text("policyVersion")).contains("first");
    }

    @Test
    void staysWhenTheFileIsGoneAndReportsItOnce() throws IOException {
        policy.get();
        Files.delete(path);
        policy.get();
        policy.get();
        assertThat(policy.get().version()).isEqualTo("first");
        assertThat(levels()).containsExactly("ERROR");

        Files.writeString(path, "version: second\n" + OPEN);
        assertThat(policy.get().version()).isEqualTo("second");
        assertThat(levels()).containsExactly("ERROR", "INFO");
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        Files.writeString(path, "version: \"" + "x".repeat(1 << 20) + "\"");

        assertThat(policy.get().version()).isEqualTo("first");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1048576 bytes");
    }

    private List<String> levels() {
        return lines().stream().map(line -> line.text("level").orElseThrow()).toList();
    }

    private List<JsonObject> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line).orElseThrow())
                .toList();
    }
}
