package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// A share of memory means nothing to a store that is off.
final class TieredStorageOff implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "tiered-storage-off",
                            "`TieredStorageConfig.InstanceMemoryAllocationPercentage` is set beside `Mode` Enable only")
                    .inferred();
    private static final String CONFIG = "TieredStorageConfig";
    private static final String SHARE = "InstanceMemoryAllocationPercentage";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.document().object(CONFIG).stream()
                .filter(config -> config.text("Mode").filter("Disable"::equals).isPresent())
                .filter(config -> config.get(SHARE).isPresent())
                .map(_ -> superfluous(JsonPointer.of(CONFIG, SHARE)));
    }

    private static Finding superfluous(JsonPointer at) {
        return ID.at(at, at + " means nothing while Mode is Disable")
                .withFix(new PatchOperation.Remove(at));
    }
}
