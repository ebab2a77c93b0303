package io.hyperpodgateway.aws.sagemaker;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.TimeLeft;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeClusterRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeClusterResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks up clusters by SageMaker's DescribeCluster and ListTags.
public final class SageMakerClusterLookup implements ClusterLookup {

    private final SageMakerClient client;

    /// @param client built by [AwsClients]
    public SageMakerClusterLookup(SageMakerClient client) {
        this.client = Objects.requireNonNull(client);
    }

    @Override
    public Optional<Cluster> find(String clusterName, Duration budget) {
        var time = TimeLeft.of(budget);
        return describe(clusterName, time)
                .map(description -> call(() -> cluster(description, time)));
    }

    private Optional<DescribeClusterResponse> describe(String clusterName, TimeLeft time) {
        try {
            return Optional.of(
                    client.describeCluster(
                            DescribeClusterRequest.builder()
                                    .clusterName(clusterName)
                                    .overrideConfiguration(limits(time))
                                    .build()));
        } catch (RuntimeException e) {
            if (SageMakerErrors.isAbsent(e)) return Optional.empty();
            throw SageMakerErrors.lookup(e);
        }
    }

    private Cluster cluster(DescribeClusterResponse description, TimeLeft time) {
        String arn = required(description.clusterArn(), "ClusterArn");
        return new Cluster(
                arn,
                required(description.clusterStatusAsString(), "ClusterStatus"),
                Optional.ofNullable(description.creationTime()),
                tags(arn, time),
                SdkDocument.toJson(description));
    }

    private Map<String, String> tags(String arn, TimeLeft time) {
        var tags = new LinkedHashMap<String, String>();
        Optional<String> next = Optional.empty();
        do {
            ListTagsResponse page = page(arn, next, time);
            for (Tag tag : page.tags()) {
                tags.put(required(tag.key(), "a tag's Key"), required(tag.value(), "its Value"));
            }
            next = Optional.ofNullable(page.nextToken()).filter(token -> !token.isEmpty());
        } while (next.isPresent());
        return tags;
    }

    private ListTagsResponse page(String arn, Optional<String> next, TimeLeft time) {
        ListTagsRequest.Builder request =
                ListTagsRequest.builder().resourceArn(arn).overrideConfiguration(limits(time));
        next.ifPresent(request::nextToken);
        return client.listTags(request.build());
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (LookupFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw SageMakerErrors.lookup(e);
        }
    }

    private static String required(String value, String member) {
        if (value != null) return value;
        throw new LookupFailedException(
                Problem.SAGEMAKER_UNAVAILABLE,
                "SageMaker described a cluster without " + member,
                new IllegalStateException(member));
    }

    private static AwsRequestOverrideConfiguration limits(TimeLeft time) {
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(time.left()).build();
    }
}
