package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.check.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// A random caller, a random request and random rules, the same for the same seed. Values come from
/// small stocks, so that rules meet what they are about, and about half of all requests are denied.
final class RandomSituation {

    static final Place PLACE = new Place("111122223333", "eu-west-1");

    private static final List<List<String>> MINE =
            List.of(
                    List.of("arn:aws:iam::{accountId}:role/ml-*", "arn:*:iam::*:role/*", "*"),
                    List.of("arn:aws:iam::*:user/jo", "arn:aws:iam::{accountId}:user/?o", "*"),
                    List.of("jwt:idp.{region}.example.com/*#*", "jwt:*#alice", "*"));
    private static final List<String> STRANGERS =
            List.of(
                    "arn:aws:iam::999999999999:role/*",
                    "arn:aws:iam::{accountId}:role/ops-*",
                    "arn:aws:iam::*:user/mary",
                    "jwt:idp.example.com/*#*");

    private static final List<String> TYPES =
            List.of("ml.t3.large", "ml.g5.xlarge", "ml.g5.2xlarge", "ml.p5.48xlarge");
    private static final List<String> TYPE_GLOBS =
            List.of("ml.*", "*", "ml.g?.*", "ml.p5.48xlarge", "ml.t3.*", "ml.g5.xlarge");
    private static final List<String> KINDS =
            List.of(
                    "executionRoles",
                    "lifecycleSources",
                    "subnets",
                    "kmsKeys",
                    "images",
                    "trainingPlans");
    private static final List<String> VALUES = List.of("a", "b", "s3://a/x", "s3://b/x");
    private static final List<String> VALUE_GLOBS =
            List.of("*", "*", "*", "a", "?", "s3://a/*", "s3://?/*", "b*");

    private final Random random;
    private final int who;
    private final Caller caller;
    private final JsonObject request;
    private final List<JsonObject> rules = new ArrayList<>();
    private int ids;

    RandomSituation(long seed) {
        this.random = new Random(seed);
        this.who = random.nextInt(MINE.size());
        this.caller = (Caller) callers().get(who);
        this.request = randomRequest();
        if (oneIn(8)) return;
        List<String> open = oneIn(4) ? List.of(pick(VALUE_GLOBS), pick(VALUE_GLOBS)) : List.of("*");
        rules.add(forAll(kinds(KINDS, open)));
        rules.add(forAll("{'allowedInstanceTypes': ['*']}"));
        JsonObject sizes = forAll("{'maxInstances': {'perCluster': 1000}}");
        rules.add(sizes.with("autoScaling", Json.of("allow")));
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) rules.add(anotherRule());
    }

    Random random() {
        return random;
    }

    Caller caller() {
        return caller;
    }

    JsonObject request() {
        return request;
    }

    List<JsonObject> rules() {
        return List.copyOf(rules);
    }

    /// Another random rule.
    JsonObject anotherRule() {
        JsonObject rule = rule(check(random.nextInt(14)));
        return oneIn(3) ? rule.with("enforcement", Json.of(pick("warn", "audit"))) : rule;
    }

    /// Another random group.
    JsonObject anotherGroup() {
        String type =
                oneIn(3)
                        ? "'InstanceRequirements': {'InstanceTypes': ['%s', '%s']}"
                                .formatted(pick(TYPES), pick(TYPES))
                        : "'InstanceType': '%s'".formatted(pick(TYPES));
        String count = oneIn(24) ? "" : "'InstanceCount': %d,".formatted(random.nextInt(6));
        String image = oneIn(3) ? "'ImageId': '%s',".formatted(pick(VALUES)) : "";
        String plan = oneIn(3) ? "'TrainingPlanArn': 'a'," : "";
        String checks = oneIn(4) ? "" : "'OnStartDeepHealthChecks': ['InstanceStress'],";
        String volume =
                "'InstanceStorageConfigs': [{'EbsVolumeConfig': {'RootVolume': true, 'VolumeSizeInGB': %d%s}}],"
                        .formatted(
                                random.nextInt(1, 9) * 100,
                                !oneIn(4) ? ", 'VolumeKmsKeyId': 'a'" : "");
        return read(
                "{%s %s %s %s %s 'ExecutionRole': '%s', 'LifeCycleConfig': {'SourceS3Uri': '%s'}, %s}"
                        .formatted(
                                count,
                                image,
                                plan,
                                checks,
                                volume,
                                pick(VALUES),
                                pick(VALUES),
                                type));
    }

    /// A glob that matches the caller.
    Json mine() {
        return Json.of(pick(MINE.get(who)));
    }

    /// A glob that matches others.
    Json strange() {
        return Json.of(pick(STRANGERS));
    }

    /// Whether the rule binds the caller, by how it was made.
    boolean binds(JsonObject rule) {
        boolean meant = rule.get("principals").isEmpty() || isMine(rule.items("principals"));
        return meant && !isMine(rule.items("except"));
    }

    private boolean isMine(List<Json> globs) {
        return globs.stream()
                .flatMap(glob -> glob.text().stream())
                .anyMatch(MINE.get(who)::contains);
    }

    private static List<Identity> callers() {
        Optional<String> id = Optional.of("AROACKCEVSQ6C2EXAMPLE:jo");
        return List.of(
                IdentityReader.ofSignature(
                        Optional.of("arn:aws:sts::111122223333:assumed-role/ml-research/jo"), id),
                IdentityReader.ofSignature(Optional.of("arn:aws:iam::111122223333:user/jo"), id),
                IdentityReader.ofToken(
                        Optional.of("https://idp.eu-west-1.example.com/pool"),
                        Optional.of("alice"),
                        Optional.of("111122223333")));
    }

    private JsonObject randomRequest() {
        JsonObject made =
                read(
                        "{'ClusterName': '%s', 'Tags': [{'Key': 'Team', 'Value': '%s'}]%s%s%s%s}"
                                .formatted(
                                        pick("ml-a", "b"),
                                        pick("vision", "speech"),
                                        oneIn(4) ? "" : ", 'NodeRecovery': 'Automatic'",
                                        oneIn(9) ? ", 'AutoScaling': {'Mode': 'Enable'}" : "",
                                        oneIn(2) ? ", 'Orchestrator': {'Slurm': {}}" : "",
                                        oneIn(4)
                                                ? ""
                                                : ", 'VpcConfig': {'Subnets': ['%s']}"
                                                        .formatted(pick(VALUES))));
        return made.with("InstanceGroups", groups(random.nextInt(1, 4)))
                .with("RestrictedInstanceGroups", groups(random.nextInt(2)));
    }

    private JsonArray groups(int count) {
        return new JsonArray(
                IntStream.range(0, count).<Json>mapToObj(_ -> anotherGroup()).toList());
    }

    private JsonObject forAll(String check) {
        return rule(check).without("principals").without("except");
    }

    private JsonObject rule(String check) {
        JsonObject rule =
                read("{'id': 'rule-%d', 'check': %s}".formatted(random.nextInt(1 << 20), check))
                        .with("id", Json.of("rule-" + ids++));
        if (oneIn(2)) rule = rule.with("principals", globs(oneIn(4) ? 0 : 1));
        return oneIn(2) ? rule.with("except", globs(oneIn(4) ? 1 : 0)) : rule;
    }

    /// So many globs that match the caller, among some that match others.
    private JsonArray globs(int mine) {
        var globs = new ArrayList<Json>(List.of(strange()));
        for (int i = 0; i < mine; i++) globs.add(random.nextInt(globs.size() + 1), mine());
        return new JsonArray(globs);
    }

    private String check(int which) {
        return switch (which) {
            case 0 -> "{'allowedInstanceTypes': [%s]}".formatted(some(TYPE_GLOBS, 4));
            case 1 ->
                    "{'requiredTags': {'%s': {'values': [%s]}}}"
                            .formatted(
                                    pick("Team", "Team", "Cost"),
                                    some(List.of("vision", "speech"), 3));
            case 2 ->
                    "{'maxInstances': {'perGroup': %d, 'perCluster': %d, 'perType': {'%s': %d}}}"
                            .formatted(number(9), number(25), pick(TYPE_GLOBS), number(15));
            case 3 -> "{'clusterName': {'pattern': '%s'}}".formatted(pick("ml-.*", ".*", "[a-z]"));
            case 4, 5 -> kinds(List.of(pick(KINDS)), List.of(pick(VALUE_GLOBS), pick(VALUE_GLOBS)));
            case 6 -> "{'requireVpc': true}";
            case 7 -> "{'allowedOrchestrators': ['slurm', 'eks']}";
            case 8 -> "{'requireNodeRecovery': 'Automatic'}";
            case 9 ->
                    "{'requiredDeepHealthChecks': {'instanceTypes': ['%s'], 'checks': ['InstanceStress']}}"
                            .formatted(pick(TYPE_GLOBS));
            case 10 ->
                    "{'requireTrainingPlan': {'instanceTypes': ['%s']}}"
                            .formatted(pick(TYPE_GLOBS));
            case 11 -> "{'requireVolumeEncryption': true}";
            case 12 -> "{'maxVolumeSizeInGB': %d}".formatted(random.nextInt(3, 15) * 100);
            default -> "{'maxHourlyCost': %d.5}".formatted(random.nextInt(60));
        };
    }

    private static String kinds(List<String> kinds, List<String> globs) {
        String list = "'" + String.join("', '", globs) + "'";
        return "{'allowedReferences': {%s}}"
                .formatted(
                        String.join(
                                ", ",
                                kinds.stream()
                                        .map(kind -> "'%s': [%s]".formatted(kind, list))
                                        .toList()));
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    private String some(List<String> stock, int most) {
        return String.join(
                ", ",
                IntStream.rangeClosed(0, random.nextInt(most))
                        .mapToObj(_ -> "'%s'".formatted(pick(stock)))
                        .distinct()
                        .toList());
    }

    private String pick(String... stock) {
        return pick(List.of(stock));
    }

    private String pick(List<String> stock) {
        return stock.get(random.nextInt(stock.size()));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private static JsonObject read(String text) {
        return (JsonObject) JsonReader.read(text.replace('\'', '"')).orElseThrow();
    }
}
