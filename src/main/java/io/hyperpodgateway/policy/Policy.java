package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.cost.HourlyCost;
import io.hyperpodgateway.policy.defaults.Additions;
import io.hyperpodgateway.policy.document.Enforcement;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.PolicyDocument;
import io.hyperpodgateway.policy.document.PolicyRule;
import io.hyperpodgateway.policy.match.Place;
import io.hyperpodgateway.policy.opening.Openings;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The organisation's policy: who may have what. Made by [PolicyReader] alone, from a document that
/// was read to the last member.
public final class Policy {

    private final PolicyDocument document;
    private final String text;
    private final String sha256;
    // A gateway runs in one place: this holds one entry.
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

    /// Holds the request against every rule that binds the caller, and closes what none of them
    /// opens. Whoever breaks more than [Findings#ENOUGH] denials, warnings or audited rules is told
    /// of no more rules of that kind: the request is refused as it is.
    public PolicyDecision decide(Caller caller, Place place, ClusterRequest request) {
        List<PolicyRule> binding = at(place).binding(caller);
        Openings open = PolicyDocument.openings(binding);
        var asked = Asked.of(request, open.lists());
        var shown = new ArrayList<>(found(Enforcement.DENY, binding, asked));
        shown.addAll(found(Enforcement.WARN, binding, asked));
        shown.addAll(open.judge(asked));
        return new PolicyDecision(
                Findings.inOrderOf(request.document(), shown),
                Findings.inOrderOf(request.document(), found(Enforcement.AUDIT, binding, asked)));
    }

    /// What the rules of that enforcement find. Each kind of them is sought by itself, so that no
    /// number of warnings hides a denial.
    private static List<Finding> found(
            Enforcement enforcement, List<PolicyRule> binding, Asked asked) {
        var found = new ArrayList<Finding>();
        for (PolicyRule policyRule : binding) {
            if (found.size() >= Findings.ENOUGH) break;
            if (policyRule.enforcement() == enforcement) found.addAll(policyRule.judge(asked));
        }
        return found;
    }

    /// The rules, by their ids, that could not be decided: whose check fails on this request.
    ///
    /// @param decision what was decided on it: such a rule has found fault with all of it
    public List<String> undecided(
            PolicyDecision decision, Caller caller, Place place, ClusterRequest request) {
        Set<String> suspects = decision.onTheWhole();
        if (suspects.isEmpty()) return List.of();
        var asked = Asked.of(request);
        return at(place).binding(caller).stream()
                .filter(policyRule -> suspects.contains(policyRule.id()) && policyRule.fails(asked))
                .map(PolicyRule::id)
                .toList();
    }

    /// What the request costs an hour, if the document has prices.
    public Optional<HourlyCost> hourlyCost(ClusterRequest request) {
        if (document.prices().isEmpty()) return Optional.empty();
        return Optional.of(HourlyCost.of(Asked.of(request), document.prices()));
    }

    /// Whether the caller may read what all others asked for, and the document itself.
    public boolean isAuditor(Caller caller, Place place) {
        return at(place).auditors().match(caller.principal());
    }

    /// What binds this caller, as `GET /policy` shows it: `version`, `sha256`, `contact`, `rules`,
    /// `instanceTypes`, `references`, `limits`, `prices` (USD, decimal strings), `defaults`,
    /// `tags`, and for an auditor `document`.
    public JsonObject describe(Caller caller, Place place) {
        List<PolicyRule> binding = at(place).binding(caller);
        Openings open = PolicyDocument.openings(binding);
        return JsonObject.of("version", Json.of(version()))
                .with("sha256", Json.of(sha256))
                .with("contact", contact().map(Json::of))
                .with("rules", PolicyDocument.toJson(binding))
                .with("instanceTypes", open.instanceTypes().toJson())
                .with("references", open.references().toJson())
                .with("limits", Limits.by(binding, open.counts()))
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
