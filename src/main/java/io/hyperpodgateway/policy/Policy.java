package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.AllowLists;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.DefaultDeny;
import io.hyperpodgateway.policy.check.HourlyCost;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.defaults.Additions;
import io.hyperpodgateway.policy.document.Enforcement;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.PolicyDocument;
import io.hyperpodgateway.policy.document.PolicyRule;
import io.hyperpodgateway.policy.document.PolicyRule.Evaluation;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The organisation's policy: who may have what. Made by [PolicyReader] alone, from a document that
/// was read to the last member.
public final class Policy {

    private final PolicyDocument document;
    private final String text;
    private final String sha256;
    // A gateway runs in one account and Region: this holds one entry.
    private final Map<Place, PolicyDocument> placed = new ConcurrentHashMap<>();

    Policy(PolicyDocument document, String text, String sha256) {
        this.document = document;
        this.text = text;
        this.sha256 = sha256;
    }

    /// The version that its author gave it.
    public String version() {
        return document.version();
    }

    /// Whom to ask about a denial, if the document says so.
    public Optional<String> contact() {
        return document.contact();
    }

    /// Lower-case hex SHA-256 of the document's bytes.
    public String sha256() {
        return sha256;
    }

    /// The document.
    public String text() {
        return text;
    }

    /// What is worth a second look in the document, though it can be read; in its order.
    public List<Mistake> warnings() {
        return document.warnings();
    }

    /// What it adds to every request.
    public Additions additions() {
        return document.additions();
    }

    /// Evaluates every rule that binds the caller, and denies what none of them allows. After
    /// [Findings#ENOUGH] findings of denials, warnings or audited rules no more rules of that kind
    /// are evaluated: the request is refused as it is.
    public PolicyDecision decide(Caller caller, Place place, ClusterRequest request) {
        List<PolicyRule> binding = at(place).binding(caller);
        List<Evaluation> denied = evaluate(Enforcement.DENY, binding, request);
        List<Evaluation> warned = evaluate(Enforcement.WARN, binding, request);
        List<Evaluation> audited = evaluate(Enforcement.AUDIT, binding, request);
        var closed = new DefaultDeny(AllowLists.of(PolicyRule.denying(binding)));
        Stream<Finding> shown =
                Stream.concat(
                        findings(Stream.concat(denied.stream(), warned.stream())),
                        closed.check(request).stream());
        return new PolicyDecision(
                Findings.inOrderOf(request.document(), shown.toList()),
                Findings.inOrderOf(request.document(), findings(audited.stream()).toList()),
                Stream.of(denied, warned, audited)
                        .flatMap(List::stream)
                        .filter(evaluation -> !evaluation.isDecided())
                        .map(Evaluation::rule)
                        .toList());
    }

    /// Evaluates the rules of that enforcement. Each kind is evaluated by itself, so that no number
    /// of warnings hides a denial.
    private static List<Evaluation> evaluate(
            Enforcement enforcement, List<PolicyRule> binding, ClusterRequest request) {
        var evaluations = new ArrayList<Evaluation>();
        int found = 0;
        for (PolicyRule policyRule : binding) {
            if (found >= Findings.ENOUGH) break;
            if (policyRule.enforcement() != enforcement) continue;
            Evaluation evaluation = policyRule.evaluate(request);
            evaluations.add(evaluation);
            found += evaluation.findings().size();
        }
        return evaluations;
    }

    private static Stream<Finding> findings(Stream<Evaluation> evaluations) {
        return evaluations.flatMap(evaluation -> evaluation.findings().stream());
    }

    /// What the request costs an hour, if the document has prices.
    public Optional<HourlyCost> hourlyCost(ClusterRequest request) {
        if (document.prices().isEmpty()) return Optional.empty();
        return Optional.of(HourlyCost.of(request, document.prices()));
    }

    /// Whether the caller may read the requests of all others, and the document itself.
    public boolean isAuditor(Caller caller, Place place) {
        return at(place).auditors().match(caller.principal());
    }

    /// What binds this caller, as `GET /policy` shows it: `version`, `sha256`, `contact`, `rules`,
    /// `instanceTypes`, `references`, `limits`, `prices` (USD, decimal strings), `defaults`,
    /// `tags`, and for an auditor `document`.
    public JsonObject describe(Caller caller, Place place) {
        List<PolicyRule> binding = at(place).binding(caller);
        List<Check> denying = PolicyRule.denying(binding);
        AllowLists allowed = AllowLists.of(denying);
        return JsonObject.of("version", Json.of(version()))
                .with("sha256", Json.of(sha256))
                .with("contact", contact().map(Json::of))
                .with("rules", PolicyDocument.toJson(binding))
                .with("instanceTypes", allowed.instanceTypesToJson())
                .with("references", allowed.referencesToJson())
                .with("limits", Limits.of(denying, allowed))
                .with("prices", document.prices().toJson())
                .with("defaults", document.additions().defaults().written())
                .with("tags", document.additions().tags().toJson())
                .with(
                        "document",
                        isAuditor(caller, place) ? Optional.of(Json.of(text)) : Optional.empty());
    }

    private PolicyDocument at(Place place) {
        return placed.computeIfAbsent(place, document::at);
    }
}
