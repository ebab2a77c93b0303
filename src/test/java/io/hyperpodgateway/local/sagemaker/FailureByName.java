package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import java.util.Optional;
import java.util.stream.Stream;

/// Failures that a cluster's name asks for, so that people can see each of them. The messages are
/// AWS's own.
enum FailureByName {
    /// CreateCluster itself is refused: a quota of the account.
    QUOTA("fail-quota-"),
    /// The cluster fails: no instances of the type are available.
    CAPACITY("fail-capacity-"),
    /// The cluster fails: a lifecycle script did.
    SCRIPT("fail-script-"),
    /// The cluster fails for another reason: its network.
    NETWORK("fail-");

    private final String prefix;

    FailureByName(String prefix) {
        this.prefix = prefix;
    }

    /// The failure in a cluster's name.
    static Optional<FailureByName> of(String clusterName) {
        return Stream.of(values()).filter(one -> clusterName.startsWith(one.prefix)).findFirst();
    }

    /// CreateCluster's refusal, if it is refused.
    Optional<ServiceException> refusal(JsonObject request) {
        if (this != QUOTA) return Optional.empty();
        JsonObject group = firstGroup(request);
        String message =
                """
                The account-level service limit '%s for cluster usage' is 0 Instances, with current \
                utilization of 0 Instances and a request delta of %d Instances. Please use AWS \
                Service Quotas to request an increase for this quota. If AWS Service Quotas is not \
                available, contact AWS support to request an increase for this quota.\
                """;
        return Optional.of(
                ServiceException.of(
                        "ResourceLimitExceeded",
                        message.formatted(
                                group.text("InstanceType").orElse("ml.m5.xlarge"),
                                group.integer("InstanceCount").orElse(1L))));
    }

    /// The failure message of DescribeCluster.
    String message(StandInCluster cluster) {
        return switch (this) {
            case CAPACITY, QUOTA ->
                    "We currently do not have sufficient capacity for the requested instance"
                            + " type(s). Please try again.";
            case SCRIPT -> provisioning(cluster, script(cluster));
            case NETWORK ->
                    provisioning(
                            cluster,
                            "EFA health checks did not run successfully. Ensure that your VPC and"
                                    + " security groups are properly configured before attempting"
                                    + " to create a new cluster.");
        };
    }

    private static String script(StandInCluster cluster) {
        String id = cluster.arn().substring(cluster.arn().lastIndexOf('/') + 1);
        return """
        Lifecycle scripts did not run successfully. To view lifecycle script logs, visit log group \
        '/aws/sagemaker/Clusters/%s/%s' and log stream 'LifecycleConfig/%s/%s'. If you cannot find \
        corresponding lifecycle script logs in CloudWatch, please make sure you follow one of the \
        options here: https://docs.aws.amazon.com/sagemaker/latest/dg/\
        sagemaker-hyperpod-faq-slurm.html#hyperpod-faqs-q1.\
        """
                .formatted(
                        cluster.name(),
                        id,
                        firstGroup(cluster.request()).text("InstanceGroupName").orElse("workers"),
                        instance(cluster));
    }

    private static String provisioning(StandInCluster cluster, String error) {
        return """
        Instance %s failed to provision with the following error: "%s" Note that multiple \
        instances may be impacted.\
        """
                .formatted(instance(cluster), error);
    }

    private static String instance(StandInCluster cluster) {
        return "i-0" + Sha256.hex(cluster.arn()).substring(0, 16);
    }

    private static JsonObject firstGroup(JsonObject request) {
        return Stream.of("InstanceGroups", "RestrictedInstanceGroups")
                .flatMap(member -> request.items(member).stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .findFirst()
                .orElse(JsonObject.EMPTY);
    }
}
