package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.aws.AwsFailure;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import java.util.Set;

/// What to do after a failed call of DynamoDB.
enum DynamoDbFailure {
    /// The keys are taken: read the existing item.
    TAKEN,
    /// Another try may succeed, or only the answer was lost: try again.
    PASSING,
    /// No try will succeed.
    LASTING;

    private static final Set<String> PASSING_REASONS =
            Set.of(
                    "None",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    static DynamoDbFailure of(RuntimeException failure) {
        return switch (failure) {
            case ConditionalCheckFailedException _, IdempotentParameterMismatchException _ -> TAKEN;
            case TransactionCanceledException canceled -> of(canceled);
            case TransactionConflictException _, TransactionInProgressException _ -> PASSING;
            case AwsServiceException answer -> of(answer);
            case SdkClientException _ -> AwsFailure.of(failure).isOurOwn() ? LASTING : PASSING;
            default -> LASTING;
        };
    }

    private static DynamoDbFailure of(TransactionCanceledException canceled) {
        var codes = canceled.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.contains("ConditionalCheckFailed")) return TAKEN;
        return PASSING_REASONS.containsAll(codes) ? PASSING : LASTING;
    }

    private static DynamoDbFailure of(AwsServiceException answer) {
        return answer.isThrottlingException() || answer.statusCode() >= 500 ? PASSING : LASTING;
    }
}
