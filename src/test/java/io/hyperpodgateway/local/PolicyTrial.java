package io.hyperpodgateway.local;

import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.lambda.policy.PolicyLoader;
import io.hyperpodgateway.local.LocalPrincipal.Somebody;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.defaults.TagValues;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.text.Reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks requests against the specification and the policy in force, without recording anything.
final class PolicyTrial {

    /// Principals, or patterns of them, in a policy document.
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:[^\"'\\s,\\]]+:(?:role|user)/[^\"'\\s,\\]]+|jwt:[^\"'\\s,\\]]+");

    /// Enough principals to find one that may have something.
    private static final int MOST = 50;

    private static final String REQUEST_ID = "r-" + "0".repeat(32);

    private final Specification specification;
    private final Policy policy;
    private final Place place;

    private PolicyTrial(Specification specification, Policy policy, Place place) {
        this.specification = specification;
        this.policy = policy;
        this.place = place;
    }

    /// @param environment the gateway's own settings
    /// @return empty if they are invalid, or the policy cannot be read
    static Optional<PolicyTrial> of(Map<String, String> environment, Place place) {
        var model = ServiceModel.bundled();
        if (SettingsReader.read(environment) instanceof Reading.Read(var settings)
                && PolicyLoader.load(settings.policySource(), model)
                        instanceof Reading.Read(var policy)) {
            var specification =
                    Specification.of(
                            model, settings.unknownInstanceTypesAreErrors(), place.region());
            return Optional.of(new PolicyTrial(specification, policy, place));
        }
        return Optional.empty();
    }

    /// The first of the documents that somebody may have: the local run's own user, or a principal
    /// in the policy.
    Optional<SampleRequest> first(List<String> documents) {
        String user = LocalPrincipal.byDefault(place.accountId());
        for (String principal : principals(user)) {
            for (String document : documents) {
                if (allows(principal, document)) {
                    var who = Optional.of(principal).filter(name -> !name.equals(user));
                    return Optional.of(new SampleRequest(who, document));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> principals(String user) {
        var all = new LinkedHashSet<String>();
        all.add(user);
        PRINCIPAL
                .matcher(policy.text())
                .results()
                .map(found -> place.fill(found.group().replace("arn:*:", "arn:aws:")))
                .map(glob -> glob.replace("*", "local").replace("?", "a"))
                .limit(MOST)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// Whether AWS accepts the request, and the policy allows it to that principal.
    boolean allows(String principal, String text) {
        if (!(JsonReader.read(text) instanceof Reading.Read(JsonObject document))) return false;
        return caller(principal).filter(caller -> allows(caller, document)).isPresent();
    }

    private boolean allows(Caller caller, JsonObject document) {
        var values =
                new TagValues(
                        caller.principal(),
                        caller.sessionName().orElse(""),
                        place.accountId(),
                        REQUEST_ID);
        if (!policy.additions().conflicts(document, values).isEmpty()) return false;
        JsonObject effective = policy.additions().to(document, values);
        return specification.check(effective).stream().noneMatch(Finding::isError)
                && !policy.decide(caller, place, new ClusterRequest(effective)).denied();
    }

    private Optional<Caller> caller(String principal) {
        if (!(LocalPrincipal.of(principal) instanceof Somebody(JsonObject authorizer)))
            return Optional.empty();
        Stream<?> identities =
                Stream.concat(
                        authorizer.object("iam").stream()
                                .map(iam ->
                                        IdentityReader.ofSignature(
                                                iam.text("userArn"), iam.text("userId"))),
                        authorizer.object("jwt").flatMap(jwt -> jwt.object("claims")).stream()
                                .map(claims ->
                                        IdentityReader.ofToken(
                                                claims.text("iss"),
                                                claims.text("sub"),
                                                Optional.of(place.accountId()))));
        return identities.filter(Caller.class::isInstance).map(Caller.class::cast).findFirst();
    }
}
