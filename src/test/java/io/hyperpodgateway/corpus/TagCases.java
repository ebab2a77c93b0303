package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tags: too many, too long, reserved, duplicate, and in the form of other tools.
final class TagCases {

    private TagCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        cases.add(tags("none", List.of(), Expectation.created()));
        cases.add(tags("forty-nine", many(49), Expectation.created()));
        cases.add(tags("fifty", many(50), invalid("tags", "")));
        cases.add(tags("fifty-one", many(51), invalid("items", "")));
        cases.add(tags("five-thousand", many(5_000), invalid("items", "")));
        cases.add(one("huge-key", Attack.text(100_000), "a", invalid("length", "/0/Key")));
        cases.add(one("huge-value", "a", Attack.text(200_000), invalid("length", "/0/Value")));
        cases.add(one("empty-key", "", "a", invalid("length", "/0/Key")));
        cases.add(one("empty-value", "a", "", Expectation.created()));
        cases.add(one("longest", letters(128), letters(256), Expectation.created()));
        cases.add(one("too-long", letters(129), letters(257), invalid("length", "/0/Key")));
        cases.add(one("of-the-gateway", "HyperPod-Gateway:x", "a", reserved()));
        cases.add(
                one("of-the-gateway-long", "hyperpod-gateway:" + letters(9_000), "a", reserved()));
        cases.add(one("of-aws", "AWS:x", "a", invalid("tags", "/0/Key")));
        cases.add(tags("twice", List.of(tag("a", "1"), tag("a", "2")), invalid("tags", "/1/Key")));
        List<JsonObject> same =
                IntStream.range(0, 6_000).mapToObj(i -> tag("same", "" + i)).toList();
        cases.add(tags("six-thousand-alike", same, invalid("items", "")));
        cases.add(
                CorpusCase.of(
                        "tags/as-map",
                        with(JsonObject.of("Team", Json.of("x"))),
                        invalid("type", "")));
        cases.add(
                CorpusCase.of(
                        "tags/as-maps",
                        with(new JsonArray(List.of(JsonObject.of("Team", Json.of("x"))))),
                        invalid("unknown-member", "/0/Team")));
        cases.add(CorpusCase.of("tags/as-text", with(Json.of("Team=x")), invalid("type", "")));
        return cases;
    }

    private static List<JsonObject> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> tag("key" + i, "value" + i)).toList();
    }

    private static CorpusCase one(String name, String key, String value, Expectation expectation) {
        return tags(name, List.of(tag(key, value)), expectation);
    }

    private static CorpusCase tags(String name, List<JsonObject> tags, Expectation expectation) {
        return CorpusCase.of("tags/" + name, with(new JsonArray(List.copyOf(tags))), expectation);
    }

    private static JsonObject with(Json tags) {
        return GoodRequests.slurm().with("Tags", tags);
    }

    private static JsonObject tag(String key, String value) {
        return JsonObject.of("Key", Json.of(key)).with("Value", Json.of(value));
    }

    private static String letters(int count) {
        return "\u4e16".repeat(count);
    }

    private static Expectation reserved() {
        return invalid("reserved-tag", "/0/Key");
    }

    private static Expectation invalid(String rule, String below) {
        return Expectation.invalid(rule, JsonPointer.parse("/Tags" + below));
    }
}
