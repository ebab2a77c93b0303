package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.audit.AuditEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whose a living cluster is, told by its tag and never by guessing.
public sealed interface ClusterOwnership {

    /// The tag by which a cluster names the request that made it.
    String TAG = "hyperpod-gateway:request-id";

    /// A cluster without tag that is older than the intent by more than this was not made by it.
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /// The intent made it.
    record Ours(String clusterArn) implements ClusterOwnership {}

    /// The name is taken by a cluster that the intent did not make.
    record Anothers(Cluster cluster) implements ClusterOwnership {}

    /// One look does not tell.
    sealed interface Unsettled extends ClusterOwnership {

        /// Why not, in words.
        String why();
    }

    /// There is no cluster of that name.
    record Absent() implements Unsettled {

        @Override
        public String why() {
            return "there is no cluster of that name, yet";
        }
    }

    /// The cluster of that name is going, and another may come.
    record Deleting(Cluster cluster) implements Unsettled {

        @Override
        public String why() {
            return "the cluster of that name is being deleted";
        }
    }

    /// The cluster is young enough to be the intent's, and does not say whose it is.
    record Untagged(String clusterArn) implements Unsettled {

        @Override
        public String why() {
            return "a young cluster of that name carries no tag of the gateway";
        }
    }

    /// The cluster could not be looked at.
    record Unseen(String why) implements Unsettled {}

    /// The cluster that has the name, if another request may have made it.
    default Optional<Cluster> nameHolder() {
        return switch (this) {
            case Anothers(var cluster) -> Optional.of(cluster);
            case Deleting(var cluster) -> Optional.of(cluster);
            case Ours _, Absent _, Untagged _, Unseen _ -> Optional.empty();
        };
    }

    /// What one look at the name's cluster says about an intent.
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
