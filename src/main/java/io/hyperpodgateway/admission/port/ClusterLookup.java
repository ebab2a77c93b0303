package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Looks up clusters.
public interface ClusterLookup {

    /// Describes the cluster of that name and reads its tags.
    ///
    /// @return empty if there is no cluster of that name
    /// @throws LookupFailedException if SageMaker did not answer in time or refused
    Optional<Cluster> find(String clusterName, Duration budget);

    /// A cluster that exists.
    ///
    /// @param status its status, as SageMaker spells it
    /// @param createdAt the creation time that SageMaker reports
    /// @param tags its tags, of all pages
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
