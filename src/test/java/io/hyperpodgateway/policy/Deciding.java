package io.hyperpodgateway.policy;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.request.ClusterRequest;

/// Policies from their text, and what they decide on the request of a user.
final class Deciding {

    static final Place PLACE = new Place("111122223333", "eu-west-1");
    static final Caller JO =
            new IamUser("arn:aws:iam::111122223333:user/jo", "AIDAEXAMPLE", "111122223333");

    private Deciding() {}

    static Policy policy(String text) {
        return switch (PolicyReader.read(text, ServiceModel.bundled())) {
            case PolicyReading.Read(var policy) -> policy;
            case PolicyReading.Refused(var mistakes, _) ->
                    throw new AssertionError("%s in %s".formatted(mistakes, text));
        };
    }

    static PolicyDecision decide(Policy policy, String request) {
        var document = (JsonObject) ((JsonReading.Read) JsonReader.read(request)).value();
        return policy.decide(JO, PLACE, new ClusterRequest(document));
    }
}
