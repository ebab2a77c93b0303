package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.defaults.TagValues;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import java.util.List;

/// The policy itself, from a document's text on.
final class PolicyDecider implements Decider {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final JsonObject AROUND =
            (JsonObject)
                    JsonReader.read(
                                    """
                                    {"version": "1",
                                     "prices": {"ml.t3.large": 0.5, "ml.g5.xlarge": 1.25, "ml.g5.2xlarge": 2, "ml.p5.48xlarge": 55.04},
                                     "defaults": {"InstanceGroups/*/ThreadsPerCore": 1},
                                     "tags": {"CreatedBy": "{principal}"}}
                                    """)
                            .orElseThrow();

    @Override
    public ComparableDecision decide(
            List<JsonObject> rules, RandomSituation randomSituation, JsonObject request) {
        Policy policy = policy(rules);
        var values = new TagValues(randomSituation.caller().principal(), "", "111122223333", "r-1");
        JsonObject forwarded = policy.additions().to(request, values);
        return ComparableDecision.of(
                policy.decide(
                        randomSituation.caller(),
                        RandomSituation.PLACE,
                        new ClusterRequest(forwarded)),
                forwarded);
    }

    /// What `GET /policy` tells the caller of these rules.
    static JsonObject describe(List<JsonObject> rules, RandomSituation randomSituation) {
        return policy(rules).describe(randomSituation.caller(), RandomSituation.PLACE);
    }

    private static Policy policy(List<JsonObject> rules) {
        String text = AROUND.with("rules", new JsonArray(List.<Json>copyOf(rules))).toText();
        return switch (PolicyReader.read(text, MODEL)) {
            case Reading.Read(var policy) -> policy;
            case Reading.Refused(var mistakes) ->
                    throw new AssertionError("%s in %s".formatted(mistakes, text));
        };
    }
}
