package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Optional;
import java.util.stream.Stream;

/// An accounting database of one's own needs recent images. Neither a release's version nor an
/// AMI's id says when it was released, so a group that pins its image is named and nothing more.
/// That the database stays for good is among what `immutable` lists.
final class AccountingFinal implements Rule {

    private static final RuleId ID =
            RuleId.info(
                            "accounting-final",
                            "`Orchestrator.Slurm.AccountingDatabase` cannot be taken back, and"
                                    + " needs images released after 2026-08-30")
                    .documented("dg/sagemaker-hyperpod-external-accounting-db-slurm");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!AccountingDatabase.isIn(request)) return Stream.empty();
        String pinned =
                request.instanceGroups().stream()
                        .flatMap(group -> pin(group).stream())
                        .findFirst()
                        .map(", check that of %s"::formatted)
                        .orElse("");
        return Stream.of(
                ID.at(
                        AccountingDatabase.PLACE,
                        "%s needs images released after 2026-08-30%s"
                                .formatted(AccountingDatabase.PLACE, pinned)));
    }

    /// Where a group says which image it has, other than the newest.
    private static Optional<JsonPointer> pin(InstanceGroup group) {
        if (group.has("ImageReleaseVersion"))
            return Optional.of(group.pointer().member("ImageReleaseVersion"));
        return group.document()
                .text("ImageId")
                .filter(id -> id.startsWith("ami-"))
                .map(_ -> group.pointer().member("ImageId"));
    }
}
