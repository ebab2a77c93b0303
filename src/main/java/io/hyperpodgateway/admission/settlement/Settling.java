package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.admission.port.Creation.Made;
import io.hyperpodgateway.admission.port.Creation.NotMade;
import io.hyperpodgateway.admission.port.Creation.Unknown;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.settlement.Settlement.Anothers;
import io.hyperpodgateway.admission.settlement.Settlement.Ours;
import io.hyperpodgateway.admission.settlement.Settlement.Unseen;
import io.hyperpodgateway.admission.settlement.Settlement.Unsettled;
import io.hyperpodgateway.audit.AuditEvent;

import java.util.List;
import java.util.Optional;

/// Looks whose the cluster is when the call itself does not tell.
public final class Settling {

    private final ClusterLookup lookup;

    public Settling(ClusterLookup lookup) {
        this.lookup = lookup;
    }

    /// A better answer than the call gave, if one look in the time left gives it; the call's own if
    /// not.
    public SettledCreation settle(Creation creation, Deadline deadline, AuditEvent intent) {
        return switch (creation) {
            case Unknown unknown -> {
                Settlement seen = look(deadline, intent);
                yield new SettledCreation(resolve(unknown, seen), seen.nameHolder());
            }
            case NotMade taken when taken.problem() == Problem.CLUSTER_EXISTS -> {
                Settlement seen = look(deadline, intent);
                yield new SettledCreation(whose(taken, seen), seen.nameHolder());
            }
            case Made _, NotMade _ -> SettledCreation.of(creation);
        };
    }

    /// The name may be taken by our own cluster, if the call got through twice. Where nobody could
    /// look, nobody knows.
    private static Creation whose(NotMade taken, Settlement settlement) {
        return switch (settlement) {
            case Ours(var arn) -> new Made(arn, taken.awsRequestId());
            case Unseen(var why) ->
                    new Unknown(
                            "SageMaker says that the name is taken; " + why, taken.awsRequestId());
            case Anothers _, Unsettled _ -> taken;
        };
    }

    private Settlement look(Deadline deadline, AuditEvent intent) {
        try {
            String name = intent.text("clusterName").orElseThrow();
            return Settlement.of(lookup.find(name, Budgets.forLook(deadline)), intent);
        } catch (LookupFailedException e) {
            return new Unseen("the cluster could not be looked at: " + e.getMessage());
        }
    }

    private static Creation resolve(Unknown unknown, Settlement settlement) {
        return switch (settlement) {
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
