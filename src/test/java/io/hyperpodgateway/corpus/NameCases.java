package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words with a special meaning elsewhere, confusable ones, and endless ones: as names of members,
/// as keys of maps and as values.
final class NameCases {

    private static final List<Integer> LENGTHS =
            List.of(99, 100, 101, 200, 300, 1_023, 1_024, 1_025, 5_000, 20_001, 120_000);

    private static final Map<String, String> WORDS = words();

    private NameCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        WORDS.forEach((name, word) -> {
            member(name, word, cases);
            key(name, word, cases);
            value(name, word, cases);
            number(name, word, cases);
        });
        return cases;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word :
                List.of(
                        "__proto__",
                        "constructor",
                        "prototype",
                        "toString",
                        "hashCode",
                        "class",
                        "$ref",
                        "$schema",
                        "@type",
                        "%s%n%d",
                        "{0}",
                        "${jndi:ldap://x}",
                        "../..",
                        "/",
                        "~",
                        "~1",
                        "~0~1/",
                        "0",
                        "-1",
                        "-",
                        "*",
                        "null",
                        "<script>",
                        "' OR 1=1",
                        "clustername",
                        "cluster_name",
                        "CLUSTERNAME",
                        "instance_groups",
                        "Tagz")) {
            words.put(word.replace("/", "slash"), word);
        }
        words.put("empty", "");
        words.put("space", " ");
        words.put("nul", "\u0000");
        words.put("controls", "\u0001\u0007\u0008\u000b\u000c\u001b[31m\u001f");
        words.put("line-ends", "a\r\nSet-Cookie: b\n\nc\u0085d\u2028e\u2029f");
        words.put("delete-and-c1", "a\u007f\u0080\u009b31m\u009f");
        words.put("bidi-override", "a\u202egnp.exe");
        words.put(
                "bidi-all",
                "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");
        words.put("bidi-long", "\u202e\u2066".repeat(300));
        words.put("bidi-in-bounds", "\u202e\u2066".repeat(30));
        words.put("controls-in-bounds", "\u0001\u001f\u007f".repeat(20));
        words.put("quotes-in-bounds", "\"\\".repeat(30));
        words.put("controls-long", "\u0001\u001f\u007f".repeat(300));
        words.put("invisible", "Cluster\u200bName\u2060\ufeff\u00ad");
        words.put("tag-characters", new String(Character.toChars(0xE0041)) + "a");
        words.put("lookalike", "\u0421luster\u039dame");
        words.put("combining", "e" + "\u0301".repeat(500));
        words.put("emoji", "\uD83D\uDE00".repeat(150));
        words.put("quotes", "\"".repeat(300));
        words.put("backslashes", "\\".repeat(300));
        words.put("slashes", "/".repeat(400));
        words.put("tildes", "~".repeat(1_024));
        words.put("noncharacters", "\uffff\ufffe\ufdd0");
        words.put("half-cut", "a".repeat(99) + "\uD83D\uDE00".repeat(3));
        LENGTHS.forEach(length -> words.put("letters-" + length, Attack.text(length)));
        return words;
    }

    /// As an unknown member, at the top and in a group.
    private static void member(String name, String word, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "name/top/" + name,
                        GoodRequests.slurm().with(word, Json.of(1)),
                        Expectation.invalid("unknown-member", JsonPointer.of(word))));
        cases.add(
                CorpusCase.of(
                        "name/deep/" + name,
                        inGroup("OverrideVpcConfig", JsonObject.of(word, JsonNull.NULL)),
                        Expectation.invalid(
                                "unknown-member",
                                JsonPointer.of("InstanceGroups", "0", "OverrideVpcConfig")
                                        .member(word))));
        if (word.length() < 5_000) return;
        cases.add(
                CorpusCase.of(
                        "name/many/" + name,
                        GoodRequests.slurm()
                                .with(
                                        "Tags",
                                        new JsonArray(
                                                java.util.Collections.nCopies(
                                                        200_000 / (word.length() * 2 + 20) + 1,
                                                        JsonObject.of(word, Json.of(1))))),
                        Expectation.answered()));
    }

    /// As the key of a label.
    private static void key(String name, String word, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "name/label/" + name,
                        inGroup(
                                "KubernetesConfig",
                                JsonObject.of("Labels", JsonObject.of(word, Json.of(word)))),
                        Expectation.answered()));
        cases.add(
                CorpusCase.of(
                        "name/label-of-null/" + name,
                        inGroup(
                                "KubernetesConfig",
                                JsonObject.of("Labels", JsonObject.of(word, JsonNull.NULL))),
                        Expectation.invalid(
                                "null",
                                JsonPointer.of("InstanceGroups", "0", "KubernetesConfig", "Labels")
                                        .member(word))));
    }

    /// As the value of a member with a pattern, of a member with a list of values, and of a tag.
    private static void value(String name, String word, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "value/cluster/" + name,
                        GoodRequests.slurm().with("ClusterName", Json.of(word)),
                        Expectation.answered()));
        cases.add(
                CorpusCase.of(
                        "value/enum/" + name,
                        GoodRequests.slurm().with("NodeRecovery", Json.of(word)),
                        Expectation.invalid("enum", JsonPointer.of("NodeRecovery"))));
        cases.add(
                CorpusCase.of(
                        "value/instance-type/" + name,
                        inGroup("InstanceType", Json.of(word)),
                        Expectation.warned(
                                "unknown-instance-type",
                                JsonPointer.of("InstanceGroups", "0", "InstanceType"))));
        cases.add(
                CorpusCase.of(
                        "value/tag/" + name,
                        GoodRequests.slurm().with("Tags", new JsonArray(List.of(tag(word)))),
                        Expectation.answered()));
    }

    /// In place of a number.
    private static void number(String name, String word, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "value/number/" + name,
                        inGroup("InstanceCount", Json.of(word)),
                        Expectation.invalid(
                                "type", JsonPointer.of("InstanceGroups", "0", "InstanceCount"))));
    }

    private static JsonObject tag(String word) {
        return JsonObject.of("Key", Json.of(word)).with("Value", Json.of(word));
    }

    private static JsonObject inGroup(String member, Json value) {
        JsonObject good = GoodRequests.slurm();
        JsonObject group = GoodRequests.group(good).with(member, value);
        return good.with("InstanceGroups", new JsonArray(List.of(group)));
    }
}
