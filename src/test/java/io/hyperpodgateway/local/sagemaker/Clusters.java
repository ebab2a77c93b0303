package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.sagemaker.StandInCluster.Times;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/// The clusters of one account in one Region. Tests may read and change them.
public final class Clusters {

    private static final String ARN_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, StandInCluster> byName = new LinkedHashMap<>();
    private final StandInSettings settings;

    Clusters(StandInSettings settings) {
        this.settings = settings;
    }

    /// The clusters, oldest first.
    public synchronized List<StandInCluster> all() {
        forgetDeleted();
        return List.copyOf(byName.values());
    }

    public synchronized Optional<StandInCluster> find(String nameOrArn) {
        forgetDeleted();
        return Optional.ofNullable(byName.get(nameOrArn))
                .or(() ->
                        byName.values().stream()
                                .filter(cluster -> cluster.arn().equals(nameOrArn))
                                .findFirst());
    }

    /// Adds a cluster directly: without a call, a quota or a check.
    public synchronized StandInCluster put(String name, Map<String, String> tags) {
        StandInCluster cluster = cluster(name, JsonObject.EMPTY, new LinkedHashMap<>(tags));
        byName.put(name, cluster);
        return cluster;
    }

    /// Replaces the cluster of that name.
    public synchronized void change(String name, UnaryOperator<StandInCluster> change) {
        byName.computeIfPresent(name, (_, cluster) -> change.apply(cluster));
    }

    public synchronized void remove(String name) {
        byName.remove(name);
    }

    synchronized void clear() {
        byName.clear();
    }

    /// Creates a cluster as CreateCluster does.
    ///
    /// @throws ServiceException if the name is taken or the quota exhausted
    synchronized StandInCluster create(
            String name, JsonObject request, SequencedMap<String, String> tags) {
        forgetDeleted();
        if (byName.containsKey(name)) throw inUse(byName.get(name));
        FailureByName.of(name)
                .flatMap(failure -> failure.refusal(request))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        if (byName.size() >= settings.quota()) throw limitExceeded();
        StandInCluster cluster = cluster(name, request, tags);
        byName.put(name, cluster);
        return cluster;
    }

    private StandInCluster cluster(
            String name, JsonObject request, SequencedMap<String, String> tags) {
        Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new StandInCluster(
                name, newArn(), Times.created(now), request, tags, Optional.empty());
    }

    private void forgetDeleted() {
        Instant now = settings.clock().instant();
        byName.values().removeIf(cluster -> cluster.isGone(now, settings.creating()));
    }

    private String newArn() {
        String partition = PartitionMetadata.of(Region.of(settings.region())).id();
        var id = new StringBuilder();
        ThreadLocalRandom.current()
                .ints(12, 0, ARN_LETTERS.length())
                .forEach(i -> id.append(ARN_LETTERS.charAt(i)));
        return "arn:%s:sagemaker:%s:%s:cluster/%s"
                .formatted(partition, settings.region(), settings.accountId(), id);
    }

    private static ServiceException inUse(StandInCluster cluster) {
        return ServiceException.of("ResourceInUse", "Resource already in use: " + cluster.arn());
    }

    private ServiceException limitExceeded() {
        return ServiceException.of(
                "ResourceLimitExceeded",
                """
                The account-level service limit 'Total number of clusters' is %1$d Clusters, \
                with current utilization of %1$d Clusters and a request delta of 1 Clusters.\
                """
                        .formatted(settings.quota()));
    }
}
