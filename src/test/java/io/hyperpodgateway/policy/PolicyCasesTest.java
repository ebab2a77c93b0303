package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.shape.ServiceModel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs the folders of `cases/policy`: a policy (the bundled one where there is none), a request
/// and a caller in; what is decided, or why the document is refused, out. Adding a case is adding a
/// folder.
class PolicyCasesTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private static final Path CASES = Path.of("src/test/resources/cases/policy");
    private static final Place PLACE = new Place("111122223333", "us-east-1");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsExpected(Path folder) throws IOException {
        JsonObject outcome =
                switch (PolicyReader.read(policy(folder), MODEL)) {
                    case PolicyReading.Refused(var mistakes, _) ->
                            JsonObject.of("refused", places(mistakes));
                    case PolicyReading.Read(var policy) -> decide(policy, folder);
                };
        assertThat(outcome.toText()).isEqualTo(document(folder, "expected.json").toText());
    }

    private static String policy(Path folder) throws IOException {
        Path file = folder.resolve("policy.yaml");
        return Files.exists(file)
                ? Files.readString(file)
                : BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow();
    }

    private static JsonObject decide(Policy policy, Path folder) throws IOException {
        var request = new ClusterRequest(document(folder, "request.json"));
        PolicyDecision decision = policy.decide(caller(folder), PLACE, request);
        JsonObject outcome =
                JsonObject.of("denied", Json.of(decision.denied()))
                        .with("shown", findings(decision.shown()))
                        .with("audited", findings(decision.audited()));
        return policy.warnings().isEmpty()
                ? outcome
                : outcome.with("warnings", places(policy.warnings()));
    }

    private static Caller caller(Path folder) throws IOException {
        JsonObject caller = document(folder, "caller.json");
        return new IamUser(
                caller.text("principal").orElseThrow(),
                "AIDACKCEVSQ6C2EXAMPLE",
                caller.text("accountId").orElseThrow());
    }

    private static JsonObject document(Path folder, String name) throws IOException {
        JsonReading reading = JsonReader.read(Files.readString(folder.resolve(name)));
        return (JsonObject) ((JsonReading.Read) reading).value();
    }

    private static JsonArray findings(List<Finding> findings) {
        return new JsonArray(
                findings.stream()
                        .<Json>map(finding ->
                                JsonObject.of("rule", Json.of(finding.rule()))
                                        .with("level", Json.of(finding.level().name()))
                                        .with("pointer", Json.of(finding.pointer().toString())))
                        .toList());
    }

    private static JsonArray places(List<Mistake> mistakes) {
        return JsonArray.ofTexts(
                mistakes.stream()
                        .map(mistake ->
                                "%d:%d %s"
                                        .formatted(
                                                mistake.line(), mistake.column(), mistake.rule()))
                        .toList());
    }
}
