package io.hyperpodgateway.policy;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

/// Policies from their text, and what they decide on the request of a user.
final class Deciding {

    static final Place PLACE = new Place("111122223333", "eu-west-1");
    static final Caller JO =
            new IamUser("arn:aws:iam::111122223333:user/jo", "AIDAEXAMPLE", "111122223333");

    private Deciding() {}

    static Policy policy(String text) {
        return switch (PolicyReader.read(text, ServiceModel.bundled())) {
            case Reading.Read(var policy) -> policy;
            case Reading.Refused(var mistakes) ->
                    throw new AssertionError("%s in %s".formatted(mistakes, text));
        };
    }

    static PolicyDecision decide(Policy policy, String request) {
        var document = (JsonObject) JsonReader.read(request).orElseThrow();
        return policy.decide(JO, PLACE, new ClusterRequest(document));
    }
}
