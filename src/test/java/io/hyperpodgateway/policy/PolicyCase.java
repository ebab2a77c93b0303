package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.defaults.TagValues;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder with a request and who asks, for a policy of its own (`cases/policy`) or for a bundled
/// one (`cases/policies/NAME`).
record PolicyCase(Path folder) {

    static final ServiceModel MODEL = ServiceModel.bundled();
    static final Place PLACE = new Place("111122223333", "us-east-1");

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Path BUNDLED = Path.of("src/main/resources/policies");
    private static final String REQUEST_ID = "r-0123456789abcdef0123456789abcdef";

    /// Every case.
    static List<PolicyCase> all() {
        return Stream.concat(
                        in(CASES.resolve("policy")),
                        bundled().stream().flatMap(name -> of(name).stream()))
                .toList();
    }

    /// The names of the bundled policies.
    static List<String> bundled() {
        return in(BUNDLED).map(document -> document.name().replaceFirst("\\.yaml$", "")).toList();
    }

    /// The cases of that bundled policy.
    static List<PolicyCase> of(String bundled) {
        return in(CASES.resolve("policies").resolve(bundled)).toList();
    }

    private static Stream<PolicyCase> in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.sorted().map(PolicyCase::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading<Policy, Mistake> policy() {
        Optional<String> own = text("policy.yaml");
        String bundled = folder.getParent().getFileName().toString();
        return PolicyReader.read(own.or(() -> BundledPolicies.text(bundled)).orElseThrow(), MODEL);
    }

    Caller caller() {
        JsonObject caller = document("caller.json");
        String principal = caller.text("principal").orElseThrow();
        String account = caller.text("accountId").orElseThrow();
        return caller.text("sessionName")
                .<Caller>map(session ->
                        new AssumedRole(principal, "AROACKCEVSQ6C2EXAMPLE", account, session))
                .orElseGet(() -> new IamUser(principal, "AIDACKCEVSQ6C2EXAMPLE", account));
    }

    JsonObject request() {
        return document("request.json");
    }

    JsonObject expected() {
        return document("expected.json");
    }

    /// What is to become of the request, if the case says so.
    Optional<JsonObject> expectedEffective() {
        return text("effective.json").map(PolicyCase::json);
    }

    /// The request with what the policy adds.
    JsonObject effective(Policy policy) {
        return policy.additions().to(request(), tagValues());
    }

    /// What the policy says, of tags too that it sets otherwise.
    PolicyDecision decide(Policy policy) {
        JsonObject effective = effective(policy);
        PolicyDecision decision = policy.decide(caller(), PLACE, new ClusterRequest(effective));
        List<Finding> conflicts = policy.additions().conflicts(request(), tagValues());
        return new PolicyDecision(
                Findings.inOrderOf(
                        effective,
                        Stream.concat(conflicts.stream(), decision.shown().stream()).toList()),
                decision.audited(),
                decision.undecided());
    }

    @Override
    public String toString() {
        return folder.getParent().getFileName() + "/" + name();
    }

    private String name() {
        return folder.getFileName().toString();
    }

    private TagValues tagValues() {
        return new TagValues(
                caller().principal(),
                caller().sessionName().orElse(""),
                PLACE.accountId(),
                REQUEST_ID);
    }

    private JsonObject document(String file) {
        return json(text(file).orElseThrow());
    }

    private static JsonObject json(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }

    private Optional<String> text(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
