package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// ListClusters' answer: filtered, sorted, page by page.
final class ClusterListing {

    private static final long CLUSTERS_TO_A_PAGE = 10;

    private ClusterListing() {}

    static JsonObject of(
            List<StandInCluster> clusters,
            Function<StandInCluster, String> status,
            JsonObject input) {
        long size = input.integer("MaxResults").orElse(CLUSTERS_TO_A_PAGE);
        if (size < 1 || size > 100) {
            throw ServiceException.validation(
                    "MaxResults is %d, 1 to 100 is allowed".formatted(size));
        }
        List<Json> summaries =
                clusters.stream()
                        .filter(cluster -> wanted(cluster, input))
                        .sorted(order(input))
                        .<Json>map(cluster -> summary(cluster, status.apply(cluster)))
                        .toList();
        return ListPage.of("ClusterSummaries", summaries, size, input);
    }

    private static boolean wanted(StandInCluster cluster, JsonObject input) {
        BigDecimal created = BigDecimal.valueOf(cluster.createdAt().toEpochMilli(), 3);
        return input.text("NameContains").map(cluster.name()::contains).orElse(true)
                && time(input, "CreationTimeAfter").map(t -> created.compareTo(t) > 0).orElse(true)
                && time(input, "CreationTimeBefore")
                        .map(t -> created.compareTo(t) < 0)
                        .orElse(true);
    }

    private static Optional<BigDecimal> time(JsonObject input, String member) {
        return input.get(member)
                .filter(JsonNumber.class::isInstance)
                .map(number -> new BigDecimal(((JsonNumber) number).digits()));
    }

    private static Comparator<StandInCluster> order(JsonObject input) {
        Comparator<StandInCluster> ascending =
                input.text("SortBy").orElse("CREATION_TIME").equals("NAME")
                        ? Comparator.comparing(StandInCluster::name)
                        : Comparator.comparing(StandInCluster::createdAt);
        return input.text("SortOrder").orElse("Ascending").equals("Descending")
                ? ascending.reversed()
                : ascending;
    }

    private static JsonObject summary(StandInCluster cluster, String status) {
        return JsonObject.of("ClusterArn", Json.of(cluster.arn()))
                .with("ClusterName", Json.of(cluster.name()))
                .with("CreationTime", ClusterDescription.epochSeconds(cluster.createdAt()))
                .with("ClusterStatus", Json.of(status));
    }
}
