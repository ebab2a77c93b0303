package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Excerpt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A cluster is made in one Region, and what it stands on is there as well.
///
/// @param region where clusters are made, as in `us-east-1`
record ArnRegion(String region) implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "arn-region",
                            "the Region in the ARNs of EKS clusters and training plans is the gateway's")
                    .documented("dg/sagemaker-hyperpod-prerequisites");

    /// As much of an ARN as tells the Region; what is no such ARN is left to the shape check.
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]*:[a-z]*:([a-z0-9-]*):");

    private static final int LONGEST = 50;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.concat(eks(request), trainingPlans(request));
    }

    private Stream<Finding> eks(ClusterRequest request) {
        return eksCluster(request).stream()
                .flatMap(
                        arn -> elsewhere(JsonPointer.of("Orchestrator", "Eks", "ClusterArn"), arn));
    }

    private static Optional<String> eksCluster(ClusterRequest request) {
        return request.orchestrator()
                .flatMap(orchestrator -> orchestrator.object("Eks"))
                .flatMap(eks -> eks.text("ClusterArn"));
    }

    private Stream<Finding> trainingPlans(ClusterRequest request) {
        return request.groups().stream()
                .flatMap(group ->
                        group.document().text("TrainingPlanArn").stream()
                                .flatMap(arn ->
                                        elsewhere(group.pointer().member("TrainingPlanArn"), arn)));
    }

    private Stream<Finding> elsewhere(JsonPointer at, String arn) {
        Matcher start = ARN.matcher(arn);
        if (!start.lookingAt() || start.group(1).equals(region)) return Stream.empty();
        String other = Excerpt.cut(start.group(1), LONGEST);
        return Stream.of(
                ID.at(at, "%s is in Region \"%s\", %s is allowed".formatted(at, other, region)));
    }
}
