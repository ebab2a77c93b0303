package io.hyperpodgateway.aws.sagemaker;

import io.hyperpodgateway.admission.port.ClusterCreator;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.CreationResult.Made;
import io.hyperpodgateway.admission.port.CreationResult.Unknown;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.TimeLeft;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateClusterRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateClusterResponse;
import software.amazon.awssdk.services.sagemaker.model.SageMakerResponse;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Creates clusters by SageMaker's CreateCluster.
public final class SageMakerClusterCreator implements ClusterCreator {

    private final SageMakerClient client;

    /// @param client built by [AwsClients]; it resends nothing
    public SageMakerClusterCreator(SageMakerClient client) {
        this.client = Objects.requireNonNull(client);
    }

    @Override
    public CreationResult create(JsonObject request, Duration budget) {
        CreateClusterRequest.Builder call = CreateClusterRequest.builder();
        SdkDocument.fill(call, request);
        Duration limit = TimeLeft.of(budget).left();
        call.overrideConfiguration(limits -> limits.apiCallTimeout(limit));
        return create(call.build());
    }

    private CreationResult create(CreateClusterRequest call) {
        try {
            return made(client.createCluster(call));
        } catch (RuntimeException e) {
            return SageMakerErrors.creation(e);
        }
    }

    private static CreationResult made(CreateClusterResponse answer) {
        Optional<String> arn = Optional.ofNullable(answer.clusterArn()).filter(a -> !a.isBlank());
        return arn.<CreationResult>map(a -> new Made(a, awsRequestId(answer)))
                .orElseGet(() ->
                        new Unknown(
                                "SageMaker answered without a ClusterArn", awsRequestId(answer)));
    }

    /// The SDK returns `UNKNOWN` if the answer has no id.
    private static Optional<String> awsRequestId(SageMakerResponse answer) {
        return Optional.ofNullable(answer.responseMetadata().requestId())
                .filter(id -> !id.equals("UNKNOWN"));
    }
}
