package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.ResponsibleParty;
import io.hyperpodgateway.admission.reading.RequestState.NextStep;
import io.hyperpodgateway.admission.settlement.SettlementTimings;

import java.time.Duration;

/// Who has to act next, and how.
final class NextSteps {

    /// An intent that is open for this long raises an alarm.
    private static final Duration OLD = Duration.ofHours(1);

    static final NextStep DRY_RUN = caller("send the request without dryRun to create the cluster");

    static final NextStep UNDER_WAY = gateway("wait a little: the request is in progress");

    static final NextStep LOOKED_INTO =
            gateway(
                    "wait: the gateway looks up the cluster of that name every five minutes"
                            + " until the outcome of the call is known; with its key the request may be"
                            + " sent again");

    static final NextStep STUCK =
            new NextStep(
                    ResponsibleParty.PLATFORM_TEAM,
                    "find out what keeps the request open for so long: the reconciler's log says why");

    static final NextStep SEND_AGAIN =
            caller("nothing was created; send the request again, best with the same key");

    static final NextStep SPENT =
            caller(
                    "nothing was created, and the key is used up: see the cause, and send the request"
                            + " under a new key");

    static final NextStep GONE = nobody("the cluster was deleted");

    static final NextStep ASK_LATER = caller("ask again a little later");

    private NextSteps() {}

    /// After a failure whose cause is known.
    static NextStep of(ResponsibleParty responsible) {
        return new NextStep(
                responsible,
                "see the cause: it says what can be done; the same request may go under its key, a"
                        + " changed one needs a new key");
    }

    /// After a cluster failed for a known cause. The request created it, so its key always returns
    /// this outcome.
    static NextStep ofFailedCluster(ResponsibleParty responsible) {
        return new NextStep(
                responsible,
                "see the cause and have it fixed; then delete the cluster and request a"
                        + " new one under a new key");
    }

    /// While the intent has no outcome.
    static NextStep ofOpen(Duration age) {
        if (age.compareTo(SettlementTimings.ITS_OWN_TIME) < 0) return UNDER_WAY;
        return age.compareTo(OLD) < 0 ? LOOKED_INTO : STUCK;
    }

    /// For a cluster that exists.
    ///
    /// @param status as SageMaker spells it
    static NextStep ofCluster(String status) {
        return switch (status) {
            case "InService" -> nobody("the cluster is in service");
            case "Creating" -> aws("wait: SageMaker is creating the cluster");
            case "Updating", "SystemUpdating" -> aws("wait: SageMaker is updating the cluster");
            case "RollingBack" -> aws("wait: SageMaker is rolling the cluster back");
            case "Deleting" -> aws("wait: SageMaker is deleting the cluster");
            case "Failed" ->
                    caller(
                            "read failureMessage, fix what it names, delete the cluster and request a"
                                    + " new one under a new key");
            default -> caller("describe the cluster: the gateway does not know this status");
        };
    }

    /// After a problem.
    static NextStep of(Problem problem) {
        return switch (problem) {
            case MALFORMED_REQUEST, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_REQUEST ->
                    caller("change the request as its findings say, and send it again");
            case REJECTED_BY_SAGEMAKER ->
                    caller("change the request as its findings say, and send it under a new key");
            case POLICY_DENIED ->
                    caller(
                            "change the request as its findings say, or have the platform team change"
                                    + " the policy");
            case UNIDENTIFIED -> caller("sign the request, or bring a token");
            case CLUSTER_EXISTS ->
                    caller("choose another name, and where the request had a key, a new key too");
            case IDEMPOTENCY_KEY_REUSED ->
                    caller("send the first request again, or this one under a key of its own");
            case REQUEST_IN_PROGRESS ->
                    caller("follow the first request under this key, or send it again later");
            case THROTTLED, SAGEMAKER_UNAVAILABLE, AUDIT_UNAVAILABLE -> SEND_AGAIN;
            case RESOURCE_LIMIT_EXCEEDED ->
                    new NextStep(
                            ResponsibleParty.PLATFORM_TEAM,
                            "ask for a higher quota in Service Quotas, or have the caller ask for less,"
                                    + " under a new key");
            case GATEWAY_MISCONFIGURED ->
                    new NextStep(
                            ResponsibleParty.PLATFORM_TEAM,
                            "fix the gateway's role or settings; the findings say what AWS denied");
            case INTERNAL ->
                    new NextStep(
                            ResponsibleParty.PLATFORM_TEAM,
                            "the gateway failed: its log has the requestId");
            case NOT_FOUND, METHOD_NOT_ALLOWED, OUTCOME_UNKNOWN ->
                    caller("see the findings of the last event");
        };
    }

    private static NextStep caller(String what) {
        return new NextStep(ResponsibleParty.CALLER, what);
    }

    private static NextStep gateway(String what) {
        return new NextStep(ResponsibleParty.GATEWAY, what);
    }

    private static NextStep aws(String what) {
        return new NextStep(ResponsibleParty.AWS, what);
    }

    private static NextStep nobody(String what) {
        return new NextStep(ResponsibleParty.NOBODY, what);
    }
}
