package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;

/// Extreme depth, width and numbers.
final class BombCases {

    private static final List<String> NUMBERS =
            List.of(
                    "1e999999",
                    "-1e999999",
                    "1e-999999",
                    "1E400",
                    "1e2147483648",
                    "1e-2147483649",
                    "1e" + "9".repeat(5_000),
                    "9".repeat(10_000),
                    "-" + "9".repeat(10_000),
                    "9".repeat(200_000),
                    "0." + "3".repeat(10_000),
                    "0." + "0".repeat(100_000) + "1",
                    "1." + "7".repeat(1_000) + "e-" + "1".repeat(1_000),
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "-9223372036854775809",
                    "-0",
                    "-0.0",
                    "2.2250738585072012e-308",
                    "179769313486231580793e289");

    private BombCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        numbers(cases);
        depths(cases);
        return cases;
    }

    private static void numbers(List<CorpusCase> cases) {
        for (int i = 0; i < NUMBERS.size(); i++) {
            String number = NUMBERS.get(i);
            String group = "{\"ClusterName\":\"a\",\"InstanceGroups\":[{\"InstanceCount\":%s}]}";
            cases.add(
                    CorpusCase.of(
                            "number/count-" + i, group.formatted(number), Expectation.invalid()));
            String patch =
                    "{\"InstanceGroups\":[{\"AutoPatchConfig\":{\"PatchSchedule\":{\"NextPatchDate\":%s}}}]}";
            cases.add(
                    CorpusCase.of(
                            "number/time-" + i, patch.formatted(number), Expectation.invalid()));
            cases.add(
                    CorpusCase.of(
                            "number/unknown-" + i,
                            "{\"a\":%s}".formatted(number),
                            Expectation.invalid("unknown-member", JsonPointer.of("a"))));
            cases.add(CorpusCase.of("number/alone-" + i, number, Expectation.malformed()));
        }
    }

    private static void depths(List<CorpusCase> cases) {
        Expectation unknown = Expectation.invalid("unknown-member", JsonPointer.of("a"));
        cases.add(CorpusCase.of("depth/objects-64", objects(64), unknown));
        cases.add(CorpusCase.of("depth/arrays-64", "{\"a\":" + arrays(63) + "}", unknown));
        for (int depth : List.of(65, 66, 1_000, 20_000)) {
            deep("objects-" + depth, objects(depth), cases);
            deep("arrays-" + depth, "{\"a\":" + arrays(depth - 1) + "}", cases);
            deep("known-" + depth, "{\"Tags\":" + arrays(depth - 1) + "}", cases);
        }
        deep("arrays-100000", "{\"a\":" + arrays(100_000) + "}", cases);
        cases.add(
                CorpusCase.of(
                        "depth/unclosed-objects",
                        "{\"a\":".repeat(50_000),
                        Expectation.malformed("too-deep")));
        cases.add(
                CorpusCase.of(
                        "depth/unclosed-arrays",
                        "[".repeat(262_144),
                        Expectation.malformed("too-deep")));
        cases.add(
                CorpusCase.of(
                        "depth/many-too-deep",
                        "{\"a\":"
                                + "[".repeat(63)
                                + "[],".repeat(60_000)
                                + "1"
                                + "]".repeat(63)
                                + "}",
                        Expectation.malformed("too-deep")));
    }

    private static void deep(String name, String text, List<CorpusCase> cases) {
        cases.add(CorpusCase.of("depth/" + name, text, Expectation.malformed("too-deep")));
    }

    private static String objects(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static String arrays(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
