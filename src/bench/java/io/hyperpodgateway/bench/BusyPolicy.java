package io.hyperpodgateway.bench;

import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import java.util.ArrayList;

/// A policy of many rules, as a large organization may have it, and requests of many groups: every
/// check, two of three rules apply to this caller, some only warn.
final class BusyPolicy {

    static final Place PLACE = new Place("111122223333", "us-east-1");
    static final Caller CALLER =
            new AssumedRole(
                    "arn:aws:iam::111122223333:role/ml-research",
                    "AROACKCEVSQ6C2EXAMPLE",
                    "111122223333",
                    "jo");

    private static final String[] CHECKS = {
        "{'allowedInstanceTypes': ['ml.c5.*', 'ml.m5.*', 'ml.t3.*', 'ml.g5.*', 'ml.g6.*', 'ml.p4d.24xlarge', 'ml.p5*.48xlarge', 'ml.p5en.*']}",
        "{'requiredTags': {'Team': {'values': ['vision', 'speech', 'language']}, 'CostCenter': {'pattern': '[0-9]{4}'}, 'Project': {}}}",
        "{'maxInstances': {'perGroup': %d, 'perCluster': 800, 'perType': {'ml.p5*': 300, 'ml.g?.*': 500, 'ml.trn*': 0}}}",
        "{'clusterName': {'pattern': '(ml|ai)-[a-z0-9-]{1,50}'}}",
        "{'allowedReferences': {'executionRoles': ['arn:*:iam::{accountId}:role/hyperpod-*', 'arn:*:iam::{accountId}:role/team-%d-*'], 'subnets': ['subnet-*'], 'securityGroups': ['sg-*']}}",
        "{'allowedReferences': {'lifecycleSources': ['s3://sagemaker-{region}-{accountId}/*', 's3://team-%d-scripts/*'], 'kmsKeys': ['arn:*:kms:{region}:{accountId}:key/*']}}",
        "{'allowedReferences': {'images': ['ami-0*', 'ami-1*'], 'trainingPlans': ['arn:*:sagemaker:{region}:{accountId}:training-plan/hyperpod-*'], 'eksClusters': ['arn:*:eks:{region}:{accountId}:cluster/*']}}",
        "{'requireVpc': true}",
        "{'allowedOrchestrators': ['eks']}",
        "{'requireNodeRecovery': 'Automatic'}",
        "{'requiredDeepHealthChecks': {'instanceTypes': ['ml.p5*', 'ml.p4*'], 'checks': ['InstanceStress']}}",
        "{'requireTrainingPlan': {'instanceTypes': ['ml.p5.*', 'ml.p5en.*']}}",
        "{'requireVolumeEncryption': true}",
        "{'maxVolumeSizeInGB': 2%03d}",
        "{'maxHourlyCost': 9%04d.50}",
    };

    private static final String[] BINDINGS = {
        "",
        "'principals': ['arn:aws:iam::*:role/ml-*', 'jwt:idp.example.com/*#*'],",
        "'principals': ['arn:aws:iam::{accountId}:role/team-%1$d-*', 'arn:aws:iam::*:user/team-%1$d-*', 'jwt:idp.example.com/team-%1$d#*'],",
        "'principals': ['arn:aws:iam::*:role/a*-%d', 'arn:aws:iam::*:role/*-research'], 'except': ['arn:aws:iam::*:role/ml-ops-*'],",
        "'except': ['arn:aws:iam::{accountId}:role/platform-*', 'arn:aws:iam::{accountId}:role/ml-admin-%d'],",
        "'except': ['arn:aws:iam::*:role/ml-*'],",
    };

    private static final String[] TYPES = {
        "ml.c5.xlarge", "ml.m5.4xlarge", "ml.t3.large", "ml.g5.12xlarge", "ml.g6.2xlarge",
        "ml.p4d.24xlarge", "ml.p5.48xlarge", "ml.p5en.48xlarge", "ml.m5.xlarge", "ml.g5.48xlarge"
    };

    private static final String[] ENFORCEMENTS = {"deny", "deny", "deny", "warn", "audit"};

    private BusyPolicy() {}

    static Policy of(int rules) {
        var prices = new ArrayList<String>();
        for (int i = 0; i < TYPES.length; i++)
            prices.add("'%s': %d.%02d".formatted(TYPES[i], 1 + i, i));
        var written = new ArrayList<String>();
        for (int i = 0; i < rules; i++) written.add(rule(i));
        String text =
                "{'version': '1', 'prices': {%s}, 'rules': [%s]}"
                        .formatted(String.join(", ", prices), String.join(",\n", written))
                        .replace('\'', '"');
        if (PolicyReader.read(text, ServiceModel.bundled()) instanceof Reading.Read(var policy))
            return policy;
        throw new IllegalStateException(
                "refused: " + PolicyReader.read(text, ServiceModel.bundled()));
    }

    /// A request of that many groups that every rule allows.
    static ClusterRequest good(int groups) {
        return request("ml-language", "language", groups, BusyPolicy::goodGroup);
    }

    /// A request of that many groups, each of which breaks every rule on groups.
    static ClusterRequest bad(int groups) {
        return request("Language", "nobody", groups, BusyPolicy::badGroup);
    }

    private static String rule(int i) {
        String binding = BINDINGS[i / CHECKS.length % BINDINGS.length].formatted(i);
        String enforcement =
                ENFORCEMENTS[i / CHECKS.length / BINDINGS.length % ENFORCEMENTS.length];
        return "{'id': 'rule-%d', 'enforcement': '%s', %s 'check': %s}"
                .formatted(
                        i,
                        enforcement,
                        binding,
                        CHECKS[i % CHECKS.length].formatted(100 + i % 800));
    }

    private static ClusterRequest request(
            String name, String team, int groups, java.util.function.IntFunction<String> group) {
        String text =
                """
                {'ClusterName': '%s', 'NodeRecovery': 'Automatic',
                 'Orchestrator': {'Eks': {'ClusterArn': 'arn:aws:eks:us-east-1:111122223333:cluster/main'}},
                 'VpcConfig': {'SecurityGroupIds': ['sg-0123456789abcdef0'], 'Subnets': ['subnet-0123456789abcdef0']},
                 'Tags': [{'Key': 'Team', 'Value': '%s'}, {'Key': 'CostCenter', 'Value': '4711'},
                          {'Key': 'Project', 'Value': 'x'}, {'Key': 'Environment', 'Value': 'dev'}]}
                """
                        .formatted(name, team);
        var items = new ArrayList<Json>();
        for (int i = 0; i < groups; i++) items.add(read(group.apply(i)));
        return new ClusterRequest(read(text).with("InstanceGroups", new JsonArray(items)));
    }

    private static String goodGroup(int i) {
        String type =
                i % 4 == 3
                        ? "'InstanceRequirements': {'InstanceTypes': ['ml.g5.12xlarge', 'ml.g5.48xlarge', 'ml.g6.2xlarge', 'ml.p4d.24xlarge']}"
                        : "'InstanceType': '%s'".formatted(TYPES[i % TYPES.length]);
        return """
        {'InstanceGroupName': 'workers-%1$d', %2$s, 'InstanceCount': %3$d,
         'ExecutionRole': 'arn:aws:iam::111122223333:role/hyperpod-%4$d',
         'LifeCycleConfig': {'SourceS3Uri': 's3://sagemaker-us-east-1-111122223333/scripts/%4$d', 'OnCreate': 'create.sh'},
         'OnStartDeepHealthChecks': ['InstanceStress', 'InstanceConnectivity'],
         'TrainingPlanArn': 'arn:aws:sagemaker:us-east-1:111122223333:training-plan/hyperpod-%4$d',
         'ImageId': 'ami-0123456789abcde0%4$d',
         'KubernetesConfig': {'Labels': {'example.com/team': 'language', 'tier': 'gold'}},
         'InstanceStorageConfigs': [
           {'EbsVolumeConfig': {'RootVolume': true, 'VolumeKmsKeyId': 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890a%4$d'}},
           {'EbsVolumeConfig': {'VolumeSizeInGB': %5$d, 'VolumeKmsKeyId': 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890a%4$d'}}],
         'OverrideVpcConfig': {'SecurityGroupIds': ['sg-0123456789abcdef%4$d'], 'Subnets': ['subnet-0123456789abcde%6$02d']}}
        """
                .formatted(i, type, i % 7, i % 6, 100 + i, i);
    }

    private static String badGroup(int i) {
        return """
        {'InstanceGroupName': 'workers-%1$d', 'InstanceType': 'ml.p5.%1$dxlarge', 'InstanceCount': 5000,
         'ExecutionRole': 'arn:aws:iam::999999999999:role/hyperpod-%1$d',
         'LifeCycleConfig': {'SourceS3Uri': 's3://evil/scripts/%1$d', 'OnCreate': 'create.sh'},
         'ImageId': 'ami-f123456789abcde%1$d',
         'InstanceStorageConfigs': [{'EbsVolumeConfig': {'VolumeSizeInGB': 1600%1$d}}]}
        """
                .formatted(i);
    }

    private static JsonObject read(String text) {
        if (JsonReader.read(text.replace('\'', '"')) instanceof Reading.Read(JsonObject document))
            return document;
        throw new IllegalArgumentException("not a JSON object: " + text);
    }
}
