package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The accounting database comes with continuous provisioning alone.
final class AccountingNeedsContinuous implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "accounting-needs-continuous",
                            "`Orchestrator.Slurm.AccountingDatabase` needs `NodeProvisioningMode`"
                                    + " Continuous")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!AccountingDatabase.isIn(request) || !request.lacksContinuous()) return Stream.empty();
        return Stream.of(
                ID.at(
                        JsonPointer.of("NodeProvisioningMode"),
                        ContinuousProvisioning.neededBy(request, AccountingDatabase.PLACE)));
    }
}
