package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.info;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;

import java.util.List;
import java.util.Optional;

/// The rules on the database for the accounts of Slurm.
final class AccountingRules {

    private AccountingRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(needsContinuous(), needsVpc(), recentImages());
    }

    private static Rule needsContinuous() {
        return rule(error(
                                "accounting-needs-continuous",
                                "`Orchestrator.Slurm.AccountingDatabase` needs"
                                        + " `NodeProvisioningMode` Continuous")
                        .modelled())
                .when(ClusterRequest::lacksContinuous)
                .ifPresent(AccountingRules::database)
                .at("/NodeProvisioningMode")
                .says((request, database) ->
                        ContinuousProvisioning.neededBy(request, database.pointer()));
    }

    // The database is reached from the cluster's subnets. Whether it is open to the world cannot be
    // seen here, hence a warning.
    private static Rule needsVpc() {
        return rule(warn(
                                "accounting-needs-vpc",
                                "a private accounting database is reached only with"
                                        + " `VpcConfig`")
                        .modelled())
                .when(request -> !request.hasVpcConfig())
                .ifPresent(AccountingRules::database)
                .at("/VpcConfig")
                .says(database ->
                        Phrase.of(
                                "is missing, without it no private ",
                                database.pointer(),
                                " is reached"));
    }

    // Neither a release's version nor an AMI's id says when it was released, so a group that pins
    // its image is named and nothing more. That the database stays for good is among what
    // `immutable` lists.
    private static Rule recentImages() {
        String needed = "needs images released after 2026-08-30";
        return rule(info(
                                "accounting-final",
                                "`Orchestrator.Slurm.AccountingDatabase` cannot be taken back, and"
                                        + " needs images released after 2026-08-30")
                        .documented("dg/sagemaker-hyperpod-external-accounting-db-slurm"))
                .ifPresent(AccountingRules::database)
                .at(Section::pointer)
                .says((request, _) ->
                        request.instanceGroups().stream()
                                .flatMap(group -> pinnedImage(group).stream())
                                .findFirst()
                                .map(image -> Phrase.of(needed, ", check that of ", image))
                                .orElse(Phrase.of(needed)));
    }

    /// Where a group sets its image to another than the newest.
    private static Optional<JsonPointer> pinnedImage(InstanceGroup group) {
        if (group.has("ImageReleaseVersion")) return Optional.of(group.at("ImageReleaseVersion"));
        return group.section()
                .text("ImageId")
                .filter(id -> id.startsWith("ami-"))
                .map(_ -> group.at("ImageId"));
    }

    private static Optional<Section> database(ClusterRequest request) {
        return request.slurm().flatMap(slurm -> slurm.section("AccountingDatabase"));
    }
}
