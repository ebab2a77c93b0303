package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.document.Mistake;

import java.util.function.Supplier;

public final class PolicyInForce {

    private PolicyInForce() {}

    /// Supplies the policy in force. A document that comes with the gateway never changes; one in a
    /// file may.
    ///
    /// @param loaded the policy at the start
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
