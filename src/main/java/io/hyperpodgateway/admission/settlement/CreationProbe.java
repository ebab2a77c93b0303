package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.CreationResult.Made;
import io.hyperpodgateway.admission.port.CreationResult.NotMade;
import io.hyperpodgateway.admission.port.CreationResult.Unknown;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Anothers;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Ours;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Unseen;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Unsettled;
import io.hyperpodgateway.audit.AuditEvent;

import java.util.List;
import java.util.Optional;

/// Looks up the cluster if the call itself does not show whether it was created.
public final class CreationProbe {

    private final ClusterLookup lookup;

    public CreationProbe(ClusterLookup lookup) {
        this.lookup = lookup;
    }

    /// The result after one lookup in the time left; the call's own result if the lookup does not
    /// help.
    public ProbedCreation probe(CreationResult creation, Deadline deadline, AuditEvent intent) {
        return switch (creation) {
            case Unknown unknown -> {
                ClusterOwnership seen = lookUpOwnership(deadline, intent);
                yield new ProbedCreation(afterUnknown(unknown, seen), seen.nameHolder());
            }
            case NotMade taken when taken.problem() == Problem.CLUSTER_EXISTS -> {
                ClusterOwnership seen = lookUpOwnership(deadline, intent);
                yield new ProbedCreation(afterNameTaken(taken, seen), seen.nameHolder());
            }
            case Made _, NotMade _ -> ProbedCreation.of(creation);
        };
    }

    /// Our own cluster may have the name, if the call got through twice. If the lookup fails, the
    /// result is unknown.
    private static CreationResult afterNameTaken(NotMade taken, ClusterOwnership ownership) {
        return switch (ownership) {
            case Ours(var arn) -> new Made(arn, taken.awsRequestId());
            case Unseen(var why) ->
                    new Unknown(
                            "SageMaker says that the name is taken; " + why, taken.awsRequestId());
            case Anothers _, Unsettled _ -> taken;
        };
    }

    private ClusterOwnership lookUpOwnership(Deadline deadline, AuditEvent intent) {
        try {
            String name = intent.text("clusterName").orElseThrow();
            return ClusterOwnership.of(
                    lookup.find(name, Budgets.forClusterLookup(deadline)), intent);
        } catch (LookupFailedException e) {
            return new Unseen("the cluster could not be looked up: " + e.getMessage());
        }
    }

    private static CreationResult afterUnknown(Unknown unknown, ClusterOwnership ownership) {
        return switch (ownership) {
            case Ours(var arn) -> new Made(arn, unknown.awsRequestId());
            case Anothers _ ->
                    new NotMade(
                            Problem.CLUSTER_EXISTS,
                            Translation.NAME_TAKEN.words(),
                            List.of(),
                            false,
                            Optional.empty());
            case Unsettled unsettled ->
                    new Unknown(unknown.detail() + "; " + unsettled.why(), unknown.awsRequestId());
        };
    }
}
