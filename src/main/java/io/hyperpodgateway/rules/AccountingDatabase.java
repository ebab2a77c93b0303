package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

/// Whether a request names a database for the accounts of Slurm.
final class AccountingDatabase {

    /// Its place in a request.
    static final JsonPointer PLACE = JsonPointer.of("Orchestrator", "Slurm", "AccountingDatabase");

    private AccountingDatabase() {}

    /// Whether `Orchestrator.Slurm` has an `AccountingDatabase`.
    static boolean isIn(ClusterRequest request) {
        return request.orchestrator()
                .flatMap(orchestrator -> orchestrator.object("Slurm"))
                .flatMap(slurm -> slurm.object("AccountingDatabase"))
                .isPresent();
    }
}
