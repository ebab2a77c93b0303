package io.hyperpodgateway.aws.sagemaker;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.CreationResult.NotMade;
import io.hyperpodgateway.admission.port.CreationResult.Unknown;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.ConnectFailure;
import io.hyperpodgateway.aws.SageMakerRetries;

import java.util.List;
import java.util.Set;

/// Maps SageMaker's refusals and connection failures. Only failures that certainly created no
/// cluster are reported as such; all others are unknown.
final class SageMakerErrors {

    private static final Set<String> UNAVAILABLE =
            Set.of("ServiceUnavailable", "ServiceUnavailableException", "ServiceUnavailableError");
    private static final Set<String> NAME_TAKEN = Set.of("ResourceInUse", "ResourceInUseException");
    private static final Set<String> LIMIT =
            Set.of("ResourceLimitExceeded", "ResourceLimitExceededException");
    private static final Set<String> NOT_FOUND =
            Set.of("ResourceNotFound", "ResourceNotFoundException");

    private static final String NO_CLUSTER = "Could not find cluster";

    private SageMakerErrors() {}

    /// The result of a failed call of CreateCluster.
    static CreationResult creation(RuntimeException thrown) {
        AwsFailure failure = AwsFailure.of(thrown);
        if (SageMakerRetries.isThrottled(thrown)) return passing(Problem.THROTTLED, failure);
        if (failure.isOurOwn()) return lasting(Problem.GATEWAY_MISCONFIGURED, failure);
        if (ConnectFailure.in(thrown).isPresent() || isUnavailable(failure)) {
            return passing(Problem.SAGEMAKER_UNAVAILABLE, failure);
        }
        if (!isRefusal(failure)) return new Unknown(failure.toLogText(), failure.awsRequestId());
        return refused(failure);
    }

    /// The failure of a call that only reads.
    static LookupFailedException lookup(RuntimeException thrown) {
        AwsFailure failure = AwsFailure.of(thrown);
        return new LookupFailedException(
                lookupProblem(thrown, failure), failure.toLogText(), thrown);
    }

    /// Whether the answer says that there is no such cluster, as SageMaker or an emulator reports
    /// it.
    static boolean isAbsent(RuntimeException thrown) {
        AwsFailure failure = AwsFailure.of(thrown);
        if (!isRefusal(failure)) return false;
        if (failure.code().filter(NOT_FOUND::contains).isPresent()) return true;
        return failure.code().filter("ValidationException"::equals).isPresent()
                && failure.message().filter(text -> text.contains(NO_CLUSTER)).isPresent();
    }

    private static Problem lookupProblem(RuntimeException thrown, AwsFailure failure) {
        if (SageMakerRetries.isThrottled(thrown)) return Problem.THROTTLED;
        return failure.isOurOwn() ? Problem.GATEWAY_MISCONFIGURED : Problem.SAGEMAKER_UNAVAILABLE;
    }

    private static boolean isUnavailable(AwsFailure failure) {
        return failure.status().filter(status -> status == 503).isPresent()
                && failure.code().filter(UNAVAILABLE::contains).isPresent();
    }

    private static boolean isRefusal(AwsFailure failure) {
        return failure.status().filter(status -> status >= 400 && status < 500).isPresent()
                && failure.code().isPresent();
    }

    private static CreationResult refused(AwsFailure failure) {
        String code = failure.code().orElseThrow();
        if (NAME_TAKEN.contains(code)) {
            return notMade(Problem.CLUSTER_EXISTS, failure, Translation.NAME_TAKEN);
        }
        if (LIMIT.contains(code)) {
            return notMade(Problem.RESOURCE_LIMIT_EXCEEDED, failure, Translation.LIMIT);
        }
        return Translation.of(failure.toMessage())
                .map(known -> notMade(Problem.REJECTED_BY_SAGEMAKER, failure, known))
                .orElseGet(() -> lasting(Problem.REJECTED_BY_SAGEMAKER, failure));
    }

    private static CreationResult notMade(
            Problem problem, AwsFailure failure, Translation translation) {
        return new NotMade(
                problem,
                failure.toMessage(),
                List.of(translation.finding(failure.toMessage())),
                translation.retryHelps(),
                failure.awsRequestId());
    }

    private static NotMade passing(Problem problem, AwsFailure failure) {
        return new NotMade(problem, failure.toMessage(), List.of(), true, failure.awsRequestId());
    }

    private static NotMade lasting(Problem problem, AwsFailure failure) {
        return new NotMade(problem, failure.toMessage(), List.of(), false, failure.awsRequestId());
    }
}
