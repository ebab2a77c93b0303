package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.RunningGateway.LocalAnswer;
import io.hyperpodgateway.local.sagemaker.StandInFault;
import io.hyperpodgateway.local.sagemaker.StandInOperation;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The gateway of `mvn -Plocal` while the policy's file is changed.
@Timeout(120)
class ChangingPolicyIT {

    private static final String OPEN = versioned("open");

    /// References are closed unless a rule opens them.
    private static final String CLOSED = "version: closed\n";

    @TempDir private static Path folder;

    private static Path file;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        file = Files.writeString(folder.resolve("policy.yaml"), OPEN);
        gateway = new RunningGateway(Map.of("POLICY_SOURCE", "file:" + file));
        // the first calls of DynamoDB and SageMaker are slow, in particular under load
        post("warm-up");
    }

    @AfterAll
    static void end() throws IOException {
        gateway.close();
    }

    @BeforeEach
    void open() throws IOException {
        gateway.sageMaker().reset();
        Files.writeString(file, OPEN);
    }

    @Test
    void decidesByTheDocumentThatIsThere() throws IOException {
        assertThat(post("changed-1").status()).isEqualTo(201);
        Files.writeString(file, CLOSED);
        LocalAnswer denied = post("changed-2");

        assertThat(denied.outcome()).isEqualTo("policy-denied");
        assertThat(policiesOf(denied)).containsOnly("closed " + Sha256.hex(CLOSED));
        assertThat(get("/health").body().text("policyVersion")).contains("closed");
        assertThat(get("/policy").body().text("version")).contains("closed");
        assertThat(get("/policy").body().text("sha256")).contains(Sha256.hex(CLOSED));

        replace(OPEN);
        assertThat(get("/health").body().text("policyVersion")).contains("open");
        assertThat(post("changed-3").status()).isEqualTo(201);
    }

    @Test
    void keepsThePolicyInForceUntilTheDocumentCanBeRead() throws IOException {
        Files.writeString(file, CLOSED);
        assertThat(post("kept-1").status()).isEqualTo(403);
        for (String broken : List.of("", "version: 1", CLOSED + "rulez: []\n", "version: \"")) {
            Files.writeString(file, broken);
            assertThat(policiesOf(post("kept-2"))).containsOnly("closed " + Sha256.hex(CLOSED));
        }
        Files.delete(file);
        assertThat(post("kept-3").status()).isEqualTo(403);
        assertThat(get("/health").body().text("policyVersion")).contains("closed");

        Files.writeString(file, OPEN);
        assertThat(post("kept-4").status()).isEqualTo(201);
    }

    @Test
    void takesARequestToItsEndUnderThePolicyThatItBeganWith() throws Exception {
        gateway.sageMaker()
                .inject(
                        StandInOperation.CREATE_CLUSTER,
                        StandInFault.answeringAfter(Duration.ofSeconds(5)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LocalAnswer> inFlight = threads.submit(() -> post("in-flight"));
            while (gateway.sageMaker().requests(StandInOperation.CREATE_CLUSTER).isEmpty()) {
                Thread.onSpinWait();
            }
            Files.writeString(file, CLOSED);
            assertThat(get("/health").body().text("policyVersion")).contains("closed");
            assertThat(inFlight.isDone()).isFalse();

            assertThat(inFlight.get().status()).isEqualTo(201);
            assertThat(policiesOf(inFlight.get()))
                    .hasSize(2)
                    .containsOnly("open " + Sha256.hex(OPEN));
        }
    }

    @Test
    void answersManyAtOnceEachByOnePolicy() throws Exception {
        var answers = new ArrayList<Future<LocalAnswer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 48; i++) {
                answers.add(threads.submit(() -> get("/policy")));
                if (i % 8 == 7) replace(i % 16 == 7 ? CLOSED : OPEN);
            }
        }
        for (Future<LocalAnswer> answer : answers) {
            JsonObject policy = answer.get().body();
            boolean open = policy.text("version").orElseThrow().equals("open");
            assertThat(policy.text("sha256")).contains(Sha256.hex(open ? OPEN : CLOSED));
            assertThat(policy.get("rules").orElseThrow().toText())
                    .matches(open ? ".*own-references.*" : "\\[]");
        }
    }

    private static LocalAnswer post(String name) {
        return gateway.post(RunningGateway.ROLE, name, RunningGateway.body(name));
    }

    private static LocalAnswer get(String path) {
        return gateway.get(RunningGateway.ROLE, path);
    }

    /// Replaces the file by renaming, as careful tools do.
    private static void replace(String document) throws IOException {
        Path other = Files.writeString(folder.resolve("policy.new"), document);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Version and hash of the policy in each event of the record.
    private static List<String> policiesOf(LocalAnswer answer) {
        List<AuditEvent> events = gateway.record(answer.requestId());
        return events.stream()
                .map(event ->
                        event.text("policyVersion").orElse("")
                                + " "
                                + event.text("policySha256").orElse(""))
                .toList();
    }

    private static String versioned(String version) {
        return BundledPolicies.text(BundledPolicies.DEFAULT)
                .orElseThrow()
                .replaceFirst("version: \"[^\"]*\"", "version: " + version);
    }
}
