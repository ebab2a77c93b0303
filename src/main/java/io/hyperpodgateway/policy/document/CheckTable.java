package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.AllowedInstanceTypes;
import io.hyperpodgateway.policy.check.AllowedOrchestrators;
import io.hyperpodgateway.policy.check.AllowedReferences;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.ClusterNamePattern;
import io.hyperpodgateway.policy.check.MaxFileSystemSize;
import io.hyperpodgateway.policy.check.MaxHourlyCost;
import io.hyperpodgateway.policy.check.MaxInstances;
import io.hyperpodgateway.policy.check.MaxVolumeSize;
import io.hyperpodgateway.policy.check.RequiredDeepHealthChecks;
import io.hyperpodgateway.policy.check.RequiredNodeRecovery;
import io.hyperpodgateway.policy.check.RequiredTags;
import io.hyperpodgateway.policy.check.RequiredTrainingPlan;
import io.hyperpodgateway.policy.check.RequiredVolumeEncryption;
import io.hyperpodgateway.policy.check.RequiredVpc;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The checks that a rule may hold: the one table that the reader and the documents share.
final class CheckTable {

    /// Reads what a check demands; what is wrong with that is noted.
    private interface DemandReader extends Function<Demand, Optional<? extends Check>> {}

    /// A check.
    ///
    /// @param name how documents name it
    /// @param example what it may demand, as a document writes it
    /// @param scales whether `autoScaling` is allowed beside it
    record CheckRow(
            String name,
            String example,
            boolean scales,
            Function<Demand, Optional<? extends Check>> reader) {}

    /// By name.
    static final List<CheckRow> ROWS =
            Stream.of(
                            row(
                                    AllowedInstanceTypes.NAME,
                                    "[\"ml.m5.*\"]",
                                    DemandReaders::allowedInstanceTypes),
                            row(
                                    AllowedOrchestrators.NAME,
                                    "[eks]",
                                    DemandReaders::allowedOrchestrators),
                            row(
                                    AllowedReferences.NAME,
                                    "{kmsKeys: [\"arn:*:kms:*:{accountId}:key/*\"]}",
                                    ReferenceListReader::read),
                            row(
                                    ClusterNamePattern.NAME,
                                    "{pattern: \"vision-[a-z0-9-]+\"}",
                                    DemandReaders::clusterName),
                            row(
                                    MaxFileSystemSize.NAME,
                                    "4800",
                                    demand -> demand.count().map(MaxFileSystemSize::new)),
                            scalingRow(MaxHourlyCost.NAME, "120.00", DemandReaders::maxHourlyCost),
                            scalingRow(
                                    MaxInstances.NAME,
                                    "{perCluster: 8}",
                                    DemandReaders::maxInstances),
                            row(
                                    MaxVolumeSize.NAME,
                                    "500",
                                    demand -> demand.count().map(MaxVolumeSize::new)),
                            row(
                                    RequiredDeepHealthChecks.NAME,
                                    "{instanceTypes: [\"ml.p5.*\"], checks: [InstanceStress,"
                                            + " InstanceConnectivity]}",
                                    DemandReaders::deepHealthChecks),
                            row(
                                    RequiredNodeRecovery.NAME,
                                    RequiredNodeRecovery.AUTOMATIC,
                                    DemandReaders::nodeRecovery),
                            row(RequiredTags.NAME, "{Owner: {}}", RequiredTagReader::read),
                            row(
                                    RequiredTrainingPlan.NAME,
                                    "{instanceTypes: [\"ml.p5.*\"]}",
                                    DemandReaders::trainingPlan),
                            row(
                                    RequiredVolumeEncryption.NAME,
                                    "true",
                                    demand -> demand.ifTrue(new RequiredVolumeEncryption())),
                            row(
                                    RequiredVpc.NAME,
                                    "true",
                                    demand -> demand.ifTrue(new RequiredVpc())))
                    .sorted(Comparator.comparing(CheckRow::name))
                    .toList();

    private CheckTable() {}

    private static CheckRow row(String name, String example, DemandReader reader) {
        return new CheckRow(name, example, false, reader);
    }

    private static CheckRow scalingRow(String name, String example, DemandReader reader) {
        return new CheckRow(name, example, true, reader);
    }
}
