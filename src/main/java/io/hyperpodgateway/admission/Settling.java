package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.Creation.Made;
import io.hyperpodgateway.admission.Creation.NotMade;
import io.hyperpodgateway.admission.Creation.Unknown;
import io.hyperpodgateway.admission.Settlement.Anothers;
import io.hyperpodgateway.admission.Settlement.Ours;
import io.hyperpodgateway.admission.Settlement.Unsettled;
import io.hyperpodgateway.audit.AuditEvent;

import java.util.List;
import java.util.Optional;

/// Looks whose the cluster is when the call itself does not tell.
final class Settling {

    private final ClusterLookup lookup;

    Settling(ClusterLookup lookup) {
        this.lookup = lookup;
    }

    /// A better answer than the call gave, if one look in the time left gives it; the call's own if
    /// not.
    Creation settle(Creation creation, Submission submission, AuditEvent intent) {
        return switch (creation) {
            case Made made -> made;
            case Unknown unknown -> resolve(unknown, look(submission, intent));
            // The name may be taken by our own cluster, if an earlier send of this very call got
            // through.
            case NotMade notMade when notMade.problem() == Problem.CLUSTER_EXISTS ->
                    look(submission, intent) instanceof Ours(var arn)
                            ? new Made(arn, notMade.awsRequestId())
                            : notMade;
            case NotMade notMade -> notMade;
        };
    }

    private Settlement look(Submission submission, AuditEvent intent) {
        try {
            String name = intent.text("clusterName").orElseThrow();
            return Settlement.of(lookup.find(name, Budgets.forLook(submission.deadline())), intent);
        } catch (LookupFailedException e) {
            return new Unsettled("the cluster could not be looked at: " + e.getMessage());
        }
    }

    private static Creation resolve(Unknown unknown, Settlement settlement) {
        return switch (settlement) {
            case Ours(var arn) -> new Made(arn, unknown.awsRequestId());
            case Anothers _ ->
                    new NotMade(
                            Problem.CLUSTER_EXISTS,
                            "the name is taken by a cluster that this request did not make",
                            List.of(),
                            false,
                            Optional.empty());
            case Unsettled(var why) ->
                    new Unknown(unknown.detail() + "; " + why, unknown.awsRequestId());
        };
    }
}
