package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts that are not one JSON object.
final class SyntaxCases {

    private static final int STEP = 50;

    private static final List<String> BROKEN =
            List.of(
                    "",
                    " \n\t ",
                    "{",
                    "}",
                    "{]",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{,}",
                    "{\"a\" 1}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\":'b'}",
                    "{\"a\":NaN}",
                    "{\"a\":-Infinity}",
                    "{\"a\":+1}",
                    "{\"a\":01}",
                    "{\"a\":.5}",
                    "{\"a\":5.}",
                    "{\"a\":1e}",
                    "{\"a\":0x10}",
                    "{\"a\":--1}",
                    "{\"a\":tru}",
                    "{\"a\":nullx}",
                    "{\"a\":undefined}",
                    "{\"a\":\"\\x41\"}",
                    "{\"a\":\"\\u12\"}",
                    "{\"a\":\"\\u{41}\"}",
                    "{\"a\":\"\n\"}",
                    "{\"a\":\"\t\"}",
                    "{\"a\":\"\u0000\"}",
                    "{\"a\":1 /* x */}",
                    "# x\n{}",
                    "{\"a\":[1,2}",
                    "{\"a\":\"b}",
                    "\u0000{}",
                    "<a/>",
                    "a=1&b=2",
                    "--- \na: 1",
                    "%s%n%x{0}");

    private static final List<String> FOLLOWED =
            List.of("{}{}", "{} x", "{} // x", "{}]", "{},", "{}\u0000", "{} null", "{}\uFEFF");

    private SyntaxCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        numbered("syntax/broken-", BROKEN, "syntax", cases);
        numbered("syntax/followed-", FOLLOWED, "trailing-content", cases);
        numbered(
                "syntax/no-object-",
                List.of("1", "\"x\"", "[]", "null", "true", "[" + GoodRequests.slurm() + "]"),
                "",
                cases);
        truncated(GoodRequests.eks(), cases);
        duplicates(cases);
        cases.add(unknownToken());
        return cases;
    }

    private static void numbered(
            String prefix, List<String> texts, String rule, List<CorpusCase> cases) {
        Expectation expected =
                rule.isEmpty() ? Expectation.malformed() : Expectation.malformed(rule);
        for (int i = 0; i < texts.size(); i++) {
            cases.add(CorpusCase.of(prefix + i, texts.get(i), expected));
        }
    }

    /// The first bytes of a valid request: 50, 100, 150 and so on.
    private static void truncated(JsonObject good, List<CorpusCase> cases) {
        byte[] bytes = CorpusCase.of("", good, Expectation.created()).bytes();
        for (int length = STEP; length < bytes.length; length += STEP) {
            cases.add(
                    new CorpusCase(
                            "syntax/truncated-at-" + length,
                            java.util.Arrays.copyOf(bytes, length),
                            Expectation.malformed()));
        }
    }

    private static void duplicates(List<CorpusCase> cases) {
        for (int depth : List.of(1, 2, 10, 60)) {
            String text = "{\"a\":".repeat(depth - 1) + "{\"b\":1,\"b\":2}" + "}".repeat(depth - 1);
            duplicate("at-depth-" + depth, text, cases);
        }
        Map<String, String> others = new LinkedHashMap<>();
        others.put("escaped", "{\"a\":1,\"\\u0061\":2}");
        others.put("proto", "{\"__proto__\":{},\"__proto__\":{}}");
        others.put("empty", "{\"\":1,\"\":2}");
        others.put("surrogate-pair", "{\"\uD83D\uDE00\":1,\"\\ud83d\\ude00\":2}");
        others.put(
                "of-known", "{\"ClusterName\":\"a\",\"InstanceGroups\":[],\"ClusterName\":\"b\"}");
        others.put("thousand", "{" + "\"a\":1,".repeat(1_000) + "\"a\":1}");
        others.put("all-depths", "{\"a\":1,\"a\":".repeat(50) + "1" + "}".repeat(50));
        others.put("long", "{\"%1$s\":1,\"%1$s\":2}".formatted("long".repeat(5_000)));
        others.forEach((name, text) -> duplicate(name, text, cases));
    }

    private static void duplicate(String name, String text, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "duplicate/" + name, text, Expectation.malformed("duplicate-member")));
    }

    /// The parser quotes unknown words.
    private static CorpusCase unknownToken() {
        return CorpusCase.of(
                "syntax/unknown-token",
                "{\"a\":" + Attack.text(2_000) + "}",
                Expectation.malformed("syntax"));
    }
}
