package io.hyperpodgateway.chaos.proxy;

import java.util.List;

/// The function's calls of AWS.
public enum AwsStep {
    /// Reads the last attempt of a key.
    LOOKUP,
    /// Records the intent and opens it.
    INTENT,
    /// Calls CreateCluster.
    CREATE,
    /// Describes the cluster.
    LOOK,
    /// Reads the cluster's tags.
    TAGS,
    /// Records the outcome and closes the intent.
    OUTCOME,
    /// Stores when the cluster was first absent.
    ABSENCE,
    /// Lists the open intents.
    LISTING,
    /// Reads one item.
    ITEM,
    /// Records a refusal.
    REFUSAL;

    /// The steps of every creation.
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
