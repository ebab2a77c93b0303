package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// AWS describes automatic patching for EKS clusters alone, and no refusal of it on others is
/// known.
final class PatchEks implements Rule {

    private static final RuleId ID =
            RuleId.warn("patch-eks", "`AutoPatchConfig` is documented for EKS clusters only")
                    .documented("dg/sagemaker-hyperpod-eks-operate-ami-auto-patching");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        return AutoPatch.of(request).map(patch -> undocumented(patch.pointer()));
    }

    private static Finding undocumented(JsonPointer at) {
        return ID.at(at, at + " is set, automatic patching is documented for EKS clusters only");
    }
}
