package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;

/// Requests and violations as the tests of this room write them: single quotes stand for double.
public final class CheckFixture {

    private CheckFixture() {}

    public static Asked forDocument(String json) {
        var reading = JsonReader.read(json.replace('\'', '"')).orElseThrow();
        return Asked.of(new ClusterRequest((JsonObject) reading));
    }

    public static Asked forGroups(String... groups) {
        return forDocument("{'InstanceGroups': [%s]}".formatted(String.join(",", groups)));
    }

    public static List<String> places(Check check, Asked asked) {
        return check.check(asked).map(violation -> violation.pointer().toString()).toList();
    }

    public static List<String> messages(Check check, Asked asked) {
        return check.check(asked).map(Violation::message).toList();
    }

    public static List<String> fixes(Check check, Asked asked) {
        return check.check(asked)
                .flatMap(violation -> violation.fix().stream())
                .map(operation -> operation.toJson().toText())
                .toList();
    }
}
