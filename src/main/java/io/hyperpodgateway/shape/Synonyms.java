package io.hyperpodgateway.shape;

import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What other tools and people call members. Spellings that differ in letter case and separators
/// alone (`instance_type`, `source_s3_uri`) need no row.
final class Synonyms {

    /// The member, then its other names, folded.
    private static final List<String> ROWS =
            List.of(
                    "AccountingDatabase: accounting, slurmdbd",
                    "AlarmName: name, alarm",
                    "AutoRollbackConfiguration: autorollbackalarms, alarms",
                    "ClusterArn: arn, eksclusterarn, eksarn",
                    "ClusterName: name",
                    "ClusterRole: clusterrolearn",
                    "DnsName: dns, filesystemdnsname, filesystemdns",
                    "EbsVolumeConfig: ebs, ebsvolume, ebsconfig",
                    "Endpoint: host, hostname",
                    "ExecutionRole: role, rolearn, executionrolearn, iamrole, iamrolearn",
                    "FsxLustreConfig: fsxlustre, fsxforlustre, lustre",
                    "FsxOpenZfsConfig: fsxopenzfs, openzfs",
                    "ImageId: image, ami, amiid",
                    "InstanceCount: count, nodecount, numinstances, numberofinstances",
                    "InstanceGroupName: name, groupname",
                    "InstanceGroups: groups, nodegroups, clusterinstancegroups",
                    "InstanceMemoryAllocationPercentage: memorypercentage",
                    "InstanceStorageConfigs: storage, storageconfigs",
                    "InstanceType: type, machinetype",
                    "InstanceTypes: types",
                    "InterfaceType: type",
                    "KubernetesConfig: kubernetes, k8s, k8sconfig",
                    "LifeCycleConfig: lifecycle, lifecyclescripts, lifecycleconfiguration",
                    "MinInstanceCount: mincount, minsize, mininstances",
                    "MountPath: mountpoint",
                    "Name: databasename, database, dbname",
                    "NodeProvisioningMode: provisioningmode",
                    "NodeType: type, slurmnodetype",
                    "OnStartDeepHealthChecks: deephealthchecks",
                    "OverrideVpcConfig: overridevpc",
                    "PartitionNames: partitions",
                    "RestrictedInstanceGroups: restrictedgroups",
                    "ScheduleExpression: schedule, cron, cronexpression",
                    "SecretArn: secret, secretid",
                    "SecurityGroupIds: securitygroups, sgids",
                    "SlurmConfigStrategy: strategy",
                    "SourceS3Uri: s3uri, sourceuri, source, s3path",
                    "Subnets: subnetids",
                    "Taints: kubernetestaints",
                    "TrainingPlanArn: trainingplan",
                    "VolumeKmsKeyId: kmskey, kmskeyid, kmskeyarn, volumekmskey",
                    "VolumeSizeInGB: volumesize, volumesizegb, volumesizegib, volumesizeingib",
                    "VpcConfig: vpc, vpcconfiguration");

    private static final Map<String, List<String>> MEMBERS =
            ROWS.stream()
                    .flatMap(Synonyms::names)
                    .collect(
                            Collectors.groupingBy(
                                    Map.Entry::getKey,
                                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    private Synonyms() {}

    /// The known members that are called so elsewhere.
    static List<String> of(String written, Collection<String> known) {
        return MEMBERS.getOrDefault(NearestNames.fold(written), List.of()).stream()
                .filter(known::contains)
                .toList();
    }

    private static Stream<Map.Entry<String, String>> names(String row) {
        String[] parts = row.split(": ", -1);
        return Stream.of(parts[1].split(", ", -1)).map(name -> Map.entry(name, parts[0]));
    }
}
