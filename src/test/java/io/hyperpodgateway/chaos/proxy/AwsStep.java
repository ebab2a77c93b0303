package io.hyperpodgateway.chaos.proxy;

import java.util.List;

/// What the function does to the outside, by the call that does it.
public enum AwsStep {
    /// It reads what stands under a key.
    LOOKUP,
    /// It records the intent and opens it.
    INTENT,
    /// It asks SageMaker for the cluster.
    CREATE,
    /// It describes the cluster.
    LOOK,
    /// It reads the cluster's tags.
    TAGS,
    /// It records the outcome and closes the intent.
    OUTCOME,
    /// It keeps when the cluster was absent first.
    ABSENCE,
    /// It lists the open intents.
    LISTING,
    /// It reads one item: what stands where it wrote, or what is open.
    ITEM,
    /// It records a refusal.
    REFUSAL;

    /// The steps of every request's story.
    public static final List<AwsStep> CREATION =
            List.of(LOOKUP, INTENT, CREATE, LOOK, TAGS, OUTCOME);

    /// The steps that change something.
    public static final List<AwsStep> WRITES = List.of(INTENT, CREATE, OUTCOME, ABSENCE);

    static AwsStep of(String operation, String body) {
        return switch (operation) {
            case "Query" -> LOOKUP;
            case "TransactWriteItems" -> body.contains("\"Delete\":{") ? OUTCOME : INTENT;
            case "CreateCluster" -> CREATE;
            case "DescribeCluster" -> LOOK;
            case "ListTags" -> TAGS;
            case "UpdateItem" -> ABSENCE;
            case "Scan" -> LISTING;
            case "GetItem" -> ITEM;
            case "PutItem" -> REFUSAL;
            default -> throw new IllegalStateException("the function never calls " + operation);
        };
    }
}
