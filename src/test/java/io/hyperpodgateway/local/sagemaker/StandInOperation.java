package io.hyperpodgateway.local.sagemaker;

import java.util.Optional;
import java.util.stream.Stream;

/// The operations of the stand-in.
public enum StandInOperation {
    CREATE_CLUSTER("CreateCluster"),
    DESCRIBE_CLUSTER("DescribeCluster"),
    UPDATE_CLUSTER("UpdateCluster"),
    DELETE_CLUSTER("DeleteCluster"),
    LIST_CLUSTERS("ListClusters"),
    LIST_TAGS("ListTags");

    private final String wireName;

    StandInOperation(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The operation in an `X-Amz-Target` header.
    static Optional<StandInOperation> ofTarget(String target) {
        return Stream.of(values())
                .filter(standInOperation -> target.equals("SageMaker." + standInOperation.wireName))
                .findFirst();
    }
}
