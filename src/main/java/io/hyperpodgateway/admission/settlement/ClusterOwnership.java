package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.audit.AuditEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether an intent created the cluster that has its name, by the cluster's tag and never by
/// guessing.
public sealed interface ClusterOwnership {

    /// The tag that names the request which created the cluster.
    String TAG = "hyperpod-gateway:request-id";

    /// A cluster without tag that is older than the intent by more than this was not created by it.
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /// The intent created the cluster.
    record Ours(String clusterArn) implements ClusterOwnership {}

    /// The intent did not create the cluster that has the name.
    record Anothers(Cluster cluster) implements ClusterOwnership {}

    /// One lookup is not enough to decide.
    sealed interface Unsettled extends ClusterOwnership {

        String why();
    }

    /// There is no cluster of that name.
    record Absent() implements Unsettled {

        @Override
        public String why() {
            return "there is no cluster of that name, yet";
        }
    }

    /// The cluster of that name is being deleted, and another may follow.
    record Deleting(Cluster cluster) implements Unsettled {

        @Override
        public String why() {
            return "the cluster of that name is being deleted";
        }
    }

    /// The cluster is young enough to be the intent's and has no tag.
    record Untagged(String clusterArn) implements Unsettled {

        @Override
        public String why() {
            return "a young cluster of that name carries no tag of the gateway";
        }
    }

    /// The cluster could not be looked up.
    record Unseen(String why) implements Unsettled {}

    /// The cluster that has the name, if another request may have created it.
    default Optional<Cluster> nameHolder() {
        return switch (this) {
            case Anothers(var cluster) -> Optional.of(cluster);
            case Deleting(var cluster) -> Optional.of(cluster);
            case Ours _, Absent _, Untagged _, Unseen _ -> Optional.empty();
        };
    }

    /// Compares the cluster that has the name with an intent.
    static ClusterOwnership of(Optional<Cluster> found, AuditEvent intent) {
        if (found.isEmpty()) return new Absent();
        Cluster cluster = found.get();
        if (cluster.status().equals("Deleting")) return new Deleting(cluster);
        String tag = cluster.tags().get(TAG);
        if (tag == null) return ofUntagged(cluster, intent);
        return tag.equals(intent.requestId()) ? new Ours(cluster.arn()) : new Anothers(cluster);
    }

    private static ClusterOwnership ofUntagged(Cluster cluster, AuditEvent intent) {
        Instant intended = Instant.parse(intent.text("at").orElseThrow());
        boolean older =
                cluster.createdAt()
                        .map(created -> created.isBefore(intended.minus(CLOCK_TOLERANCE)))
                        .orElse(false);
        return older ? new Anothers(cluster) : new Untagged(cluster.arn());
    }
}
