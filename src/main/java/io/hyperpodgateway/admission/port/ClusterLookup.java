package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Looks at the clusters that there are.
public interface ClusterLookup {

    /// Describes the cluster of that name and reads its tags.
    ///
    /// @return empty if there is no cluster of that name
    /// @throws LookupFailedException if SageMaker did not answer in time or refused
    Optional<Cluster> find(String clusterName, Duration budget);

    /// A living cluster.
    ///
    /// @param arn its ARN
    /// @param status its status as SageMaker spells it
    /// @param createdAt when SageMaker says it was made
    /// @param tags its tags, all pages
    /// @param description DescribeCluster's answer, members as on the wire, times in epoch seconds
    record Cluster(
            String arn,
            String status,
            Optional<Instant> createdAt,
            Map<String, String> tags,
            JsonObject description) {

        public Cluster {
            tags = Map.copyOf(tags);
        }
    }
}
