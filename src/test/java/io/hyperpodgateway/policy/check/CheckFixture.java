package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.Optional;

/// Requests and findings as the tests of this room write them: single quotes are double ones.
public final class CheckFixture {

    private static final FindingFactory FINDINGS =
            new FindingFactory("rule", Level.ERROR, Optional.empty(), Optional.empty());

    private CheckFixture() {}

    public static ClusterRequest forDocument(String json) {
        var reading = JsonReader.read(json.replace('\'', '"')).orElseThrow();
        return new ClusterRequest((JsonObject) reading);
    }

    public static ClusterRequest forGroups(String... groups) {
        return forDocument("{'InstanceGroups': [%s]}".formatted(String.join(",", groups)));
    }

    public static List<Finding> findings(Check check, ClusterRequest request) {
        return check.check(request, FINDINGS).toList();
    }

    public static List<String> places(Check check, ClusterRequest request) {
        return findings(check, request).stream().map(found -> found.pointer().toString()).toList();
    }

    public static List<String> messages(Check check, ClusterRequest request) {
        return findings(check, request).stream().map(Finding::message).toList();
    }

    public static List<String> fixes(Check check, ClusterRequest request) {
        return findings(check, request).stream()
                .flatMap(found -> found.fix().stream())
                .map(operation -> operation.toJson().toText())
                .toList();
    }
}
