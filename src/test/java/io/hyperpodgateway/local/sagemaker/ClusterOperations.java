package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The operations, document in and document out, with all checks that can matter to the gateway.
final class ClusterOperations {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:cluster/[a-z0-9]{12}");
    private static final int MAX_TAGS = 50;
    private static final int TAGS_TO_A_PAGE = 50;

    private final Clusters clusters;
    private final StandInSettings settings;

    ClusterOperations(Clusters clusters, StandInSettings settings) {
        this.clusters = clusters;
        this.settings = settings;
    }

    /// @throws ServiceException if the service refuses
    JsonObject call(StandInOperation standInOperation, JsonObject input) {
        return switch (standInOperation) {
            case CREATE_CLUSTER -> create(input);
            case DESCRIBE_CLUSTER -> describe(input);
            case UPDATE_CLUSTER -> update(input);
            case DELETE_CLUSTER -> delete(input);
            case LIST_CLUSTERS -> ClusterListing.of(clusters.all(), this::status, input);
            case LIST_TAGS -> listTags(input);
        };
    }

    private JsonObject create(JsonObject input) {
        String name = required(input, "ClusterName");
        if (!NAME.matcher(name).matches() || name.length() > 63)
            throw misshapen("clusterName", name, NAME);
        StandInCluster cluster = clusters.create(name, input, tags(input));
        return JsonObject.of("ClusterArn", Json.of(cluster.arn()));
    }

    private JsonObject describe(JsonObject input) {
        StandInCluster cluster = existing(input);
        return ClusterDescription.of(cluster, status(cluster));
    }

    private JsonObject update(JsonObject input) {
        StandInCluster cluster = existing(input);
        String status = status(cluster);
        if (!status.equals("InService")) {
            throw ServiceException.of(
                    "ConflictException",
                    "Cluster %s is in status %s and cannot be updated."
                            .formatted(cluster.name(), status));
        }
        JsonObject updated = ClusterUpdate.of(cluster.request(), input);
        clusters.change(cluster.name(), it -> it.updated(updated, settings.clock().instant()));
        return JsonObject.of("ClusterArn", Json.of(cluster.arn()));
    }

    private JsonObject delete(JsonObject input) {
        StandInCluster cluster = existing(input);
        clusters.change(cluster.name(), it -> it.deleted(settings.clock().instant()));
        return JsonObject.of("ClusterArn", Json.of(cluster.arn()));
    }

    private StandInCluster existing(JsonObject input) {
        String name = required(input, "ClusterName");
        if (!NAME.matcher(name).matches() && !ARN.matcher(name).matches()) {
            throw misshapen("clusterName", name, NAME);
        }
        return clusters.find(name)
                .orElseThrow(() ->
                        ServiceException.of(
                                "ResourceNotFound",
                                "Cluster with name %s not found.".formatted(name)));
    }

    private JsonObject listTags(JsonObject input) {
        String arn = required(input, "ResourceArn");
        if (!ARN.matcher(arn).matches()) throw misshapen("resourceArn", arn, ARN);
        StandInCluster cluster =
                clusters.find(arn)
                        .orElseThrow(() ->
                                ServiceException.validation("Could not find resource: " + arn));
        long size = input.integer("MaxResults").orElse((long) TAGS_TO_A_PAGE);
        if (size < TAGS_TO_A_PAGE) {
            throw ServiceException.validation(
                    "1 validation error detected: Value '%d' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 50"
                            .formatted(size));
        }
        return ListPage.of("Tags", tagItems(cluster), size, input);
    }

    private static java.util.List<Json> tagItems(StandInCluster cluster) {
        return cluster.tags().entrySet().stream()
                .<Json>map(tag ->
                        JsonObject.of("Key", Json.of(tag.getKey()))
                                .with("Value", Json.of(tag.getValue())))
                .toList();
    }

    private String status(StandInCluster cluster) {
        return cluster.status(settings.clock().instant(), settings.creating());
    }

    private static SequencedMap<String, String> tags(JsonObject input) {
        var tags = new LinkedHashMap<String, String>();
        for (Json item : input.items("Tags")) {
            if (!(item instanceof JsonObject tag))
                throw ServiceException.validation("A tag is no structure");
            if (tags.put(required(tag, "Key"), required(tag, "Value")) != null) {
                throw ServiceException.validation("Duplicate tag keys found in the request");
            }
        }
        if (tags.size() > MAX_TAGS) throw ServiceException.validation("More than 50 tags");
        return tags;
    }

    private static String required(JsonObject input, String member) {
        return input.text(member)
                .orElseThrow(() ->
                        ServiceException.validation(
                                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                                        .formatted(wireCase(member))));
    }

    /// SageMaker's messages spell members in lower camel case.
    private static String wireCase(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }

    private static ServiceException misshapen(String member, String value, Pattern pattern) {
        return ServiceException.validation(
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                        .formatted(value, member, pattern));
    }
}
