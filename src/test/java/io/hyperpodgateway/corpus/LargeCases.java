package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Bodies of the largest accepted size, each difficult in another way.
final class LargeCases {

    /// 256 KiB.
    static final int LARGEST = 256 * 1024;

    private static final Expectation INVALID = Expectation.invalid();

    private LargeCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        size(cases);
        cases.add(object("unknown-members", i -> "\"%x\":1".formatted(i), INVALID));
        cases.add(object("colliding-names", i -> "\"%s\":1".formatted(colliding(i)), INVALID));
        cases.add(object("near-miss-names", i -> "\"InstanceGroup%x\":1".formatted(i), INVALID));
        cases.add(object("long-near-miss-names", LargeCases::longNearMiss, INVALID));
        cases.add(object("nested-unknown", i -> "\"%x\":{\"a\":[{}]}".formatted(i), INVALID));
        cases.add(object("escaped-names", i -> "\"\\u202e\\u0001%x\":1".formatted(i), INVALID));
        groups(cases);
        lists(cases);
        maps(cases);
        patterns(cases);
        cases.add(text("one-value", "{\"ClusterName\":\"", "a", "\"}", INVALID));
        cases.add(text("one-name", "{\"", "a", "\":1}", INVALID));
        cases.add(text("one-number", "{\"InstanceGroups\":", "9", "}", INVALID));
        cases.add(text("spaces", "{", " ", "}", INVALID));
        cases.add(text("escapes", "{\"ClusterName\":\"", "\\u0061", "\"}", INVALID));
        cases.add(text("bidi-name", "{\"", "\u202e", "\":1}", INVALID));
        cases.add(text("unterminated", "{\"a\":\"", "a", "", Expectation.malformed("syntax")));
        cases.add(
                text(
                        "duplicates",
                        "{",
                        "\"a\":1,",
                        "\"a\":1}",
                        Expectation.malformed("duplicate-member")));
        cases.add(
                text(
                        "lone-surrogates",
                        "{\"a\":[",
                        "\"\\ud800\",",
                        "1]}",
                        Expectation.malformed("lone-surrogate")));
        cases.add(text("trailing", "{}", "[]", "", Expectation.malformed("trailing-content")));
        cases.add(
                CorpusCase.of(
                        "large/all-null",
                        GoodRequests.withoutValues(GoodRequests.eks(100)).toText(),
                        INVALID));
        return cases;
    }

    private static void size(List<CorpusCase> cases) {
        String good = GoodRequests.eks(100).toText();
        String full = good + " ".repeat(LARGEST - utf8(good));
        cases.add(CorpusCase.of("large/good-and-spaces", full, Expectation.created()));
        cases.add(CorpusCase.of("large/over", full + " ", Expectation.tooLarge()));
        cases.add(
                new CorpusCase(
                        "large/over-and-binary", new byte[LARGEST + 1], Expectation.tooLarge()));
        cases.add(new CorpusCase("large/nul", new byte[LARGEST], Expectation.malformed("syntax")));
    }

    private static void groups(List<CorpusCase> cases) {
        for (String list : List.of("InstanceGroups", "RestrictedInstanceGroups")) {
            JsonPointer place = JsonPointer.of(list);
            Expectation many = Expectation.invalid("items", place);
            cases.add(array("empty-of-" + list, list, _ -> "{}", many));
            cases.add(array("numbers-of-" + list, list, _ -> "0", many));
            cases.add(array("nulls-of-" + list, list, _ -> "null", many));
            cases.add(array("misspelt-of-" + list, list, _ -> "{\"InstanceTyp\":1}", many));
            cases.add(
                    array(
                            "wrong-of-" + list,
                            list,
                            i ->
                                    "{\"InstanceGroupName\":\"g\",\"InstanceType\":\"ml.m5.xlarg%d\",\"InstanceCount\":-1}"
                                            .formatted(i % 10),
                            many));
            cases.add(
                    array(
                            "all-wrong-of-" + list,
                            list,
                            i ->
                                    "{\"SlurmConfig\":{\"NodeType\":\"\"},\"KubernetesConfig\":{\"Labels\":{\"%d\":\"\"}},\"VpcConfig\":[]}"
                                            .formatted(i),
                            many));
        }
    }

    private static void lists(List<CorpusCase> cases) {
        String types = "{\"InstanceGroups\":[{\"InstanceRequirements\":{\"InstanceTypes\":[";
        cases.add(text("instance-types", types, "\"ml.p5.48xlarg\",", "1]}}]}", INVALID));
        String checks = "{\"InstanceGroups\":[{\"OnStartDeepHealthChecks\":[";
        cases.add(text("deep-checks", checks, "\"InstanceStres\",", "1]}]}", INVALID));
        String subnets = "{\"VpcConfig\":{\"SecurityGroupIds\":[],\"Subnets\":[";
        cases.add(text("subnets", subnets, "\"_\",", "\"_\"]}}", INVALID));
        String storage = "{\"InstanceGroups\":[{\"InstanceStorageConfigs\":[";
        cases.add(text("volumes", storage, "{\"EbsVolumeConfig\":{}},", "{}]}]}", INVALID));
        String taints = "{\"InstanceGroups\":[{\"KubernetesConfig\":{\"Taints\":[";
        cases.add(text("taints", taints, "{\"Key\":\"a\",\"Effect\":\"b\"},", "{}]}}]}", INVALID));
        cases.add(text("tags", "{\"Tags\":[", "{\"Key\":\"aws:a\"},", "{}]}", INVALID));
    }

    private static void maps(List<CorpusCase> cases) {
        String labels = "{\"InstanceGroups\":[{\"KubernetesConfig\":{\"Labels\":{";
        cases.add(filled("labels", labels, i -> "\"%x\":\"_\"".formatted(i), "}}}]}", INVALID));
        cases.add(
                filled(
                        "label-keys",
                        labels,
                        i -> "\"kubernetes.io/%s_%x_\":\"a\"".formatted("a".repeat(300), i),
                        "}}}]}",
                        INVALID));
        cases.add(CorpusCase.of("large/empty-key", labels + "\"\":\"a\"}}}]}", INVALID));
        cases.add(
                array(
                        "groups-of-labels",
                        "InstanceGroups",
                        i ->
                                "{\"KubernetesConfig\":{\"Labels\":{\"a/b/%d\":\"\",\"\":null}}}"
                                        .formatted(i),
                        INVALID));
    }

    /// The longest texts for patterns, made for backtracking.
    private static void patterns(List<CorpusCase> cases) {
        String partition = "a-".repeat(511) + "a_";
        cases.add(
                array(
                        "partition-names",
                        "InstanceGroups",
                        _ -> "{\"SlurmConfig\":{\"PartitionNames\":[\"%s\"]}}".formatted(partition),
                        INVALID));
        String key = "a" + "-a".repeat(120) + "." + "a".repeat(70) + "!";
        cases.add(
                array(
                        "label-patterns",
                        "InstanceGroups",
                        i ->
                                "{\"KubernetesConfig\":{\"Labels\":{\"%s%d\":\"a\"}}}"
                                        .formatted(key, i),
                        INVALID));
        String path = "/" + "a/".repeat(511) + "!";
        cases.add(
                array(
                        "mount-paths",
                        "InstanceGroups",
                        _ ->
                                "{\"InstanceStorageConfigs\":[{\"FsxLustreConfig\":{\"MountPath\":\"%s\"}}]}"
                                        .formatted(path),
                        INVALID));
        String endpoint = ("a".repeat(63) + ".").repeat(3) + "a".repeat(62) + "_";
        cases.add(
                CorpusCase.of(
                        "large/endpoint",
                        "{\"Orchestrator\":{\"Slurm\":{\"AccountingDatabase\":{\"Endpoint\":\"%s\"}}}}"
                                .formatted(endpoint),
                        INVALID));
        String alarm = " ".repeat(255);
        cases.add(
                array(
                        "alarms",
                        "InstanceGroups",
                        _ ->
                                "{\"ScheduledUpdateConfig\":{\"DeploymentConfig\":{\"AutoRollbackConfiguration\":[{\"AlarmName\":\"%s\"}]}}}"
                                        .formatted(alarm),
                        INVALID));
        String arn = "arn:aws" + "-".repeat(1_900) + ":iam::111122223333:role/";
        cases.add(
                array(
                        "roles",
                        "InstanceGroups",
                        _ -> "{\"ExecutionRole\":\"%s\"}".formatted(arn),
                        INVALID));
        String uri = "s3://" + "a".repeat(1_000) + "\\n";
        cases.add(
                array(
                        "sources",
                        "InstanceGroups",
                        _ -> "{\"LifeCycleConfig\":{\"SourceS3Uri\":\"%s\"}}".formatted(uri),
                        INVALID));
    }

    /// Names with the same hash code.
    private static String colliding(int number) {
        var name = new StringBuilder();
        for (int bit = 0; bit < 14; bit++) name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        return number < 1 << 14 ? name.toString() : name.toString() + number;
    }

    private static String longNearMiss(int number) {
        return "\"RestrictedInstanceGroupsConfi%s%x\":{}".formatted("g".repeat(60), number);
    }

    private static CorpusCase object(
            String name, IntFunction<String> member, Expectation expectation) {
        return filled(name, "{", member, "}", expectation);
    }

    private static CorpusCase array(
            String name, String list, IntFunction<String> item, Expectation expectation) {
        return filled(name, "{\"%s\":[".formatted(list), item, "]}", expectation);
    }

    private static CorpusCase text(
            String name, String head, String part, String tail, Expectation expectation) {
        int room = LARGEST - utf8(head) - utf8(tail);
        return CorpusCase.of(
                "large/" + name, head + part.repeat(room / utf8(part)) + tail, expectation);
    }

    /// As many parts, separated by commas, as fit.
    private static CorpusCase filled(
            String name,
            String head,
            IntFunction<String> part,
            String tail,
            Expectation expectation) {
        var text = new StringBuilder(head).append(part.apply(0));
        int size = utf8(head) + utf8(tail) + utf8(part.apply(0));
        for (int i = 1; ; i++) {
            String next = "," + part.apply(i);
            size += utf8(next);
            if (size > LARGEST) break;
            text.append(next);
        }
        return CorpusCase.of("large/" + name, text + tail, expectation);
    }

    private static int utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
