package io.hyperpodgateway.local.sagemaker;

import java.util.Optional;
import java.util.stream.Stream;

/// What the stand-in can be asked for.
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

    /// The operation as the service spells it.
    public String wireName() {
        return wireName;
    }

    /// The operation that an `X-Amz-Target` header names.
    static Optional<StandInOperation> ofTarget(String target) {
        return Stream.of(values())
                .filter(standInOperation -> target.equals("SageMaker." + standInOperation.wireName))
                .findFirst();
    }
}
