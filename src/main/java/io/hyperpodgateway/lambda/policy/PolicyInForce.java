package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.document.Mistake;

import java.util.function.Supplier;

/// Which policy is in force.
public final class PolicyInForce {

    private PolicyInForce() {}

    /// The policy in force whenever it is asked for. A document that comes with the gateway stays
    /// as it is; one in a file may change.
    ///
    /// @param loaded the policy that the source held at the start
    public static Supplier<Policy> of(
            PolicySource source, Policy loaded, ServiceModel model, PolicyLog log) {
        log.warned(loaded.warnings().stream().map(Mistake::toString).toList());
        return switch (source) {
            case PolicySource.Bundled _ -> () -> loaded;
            case PolicySource.File(var path) ->
                    new PolicyInFile(PolicyFile.at(path), loaded, model, log);
        };
    }
}
