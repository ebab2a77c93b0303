package io.hyperpodgateway.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bytes that are not UTF-8, and texts that cannot be encoded in UTF-8.
final class EncodingCases {

    /// Invalid byte sequences (RFC 3629), in hex.
    private static final Map<String, String> WRONG =
            Map.ofEntries(
                    Map.entry("overlong-quote", "c0a2"),
                    Map.entry("overlong-slash", "c0af"),
                    Map.entry("overlong-slash-of-three", "e080af"),
                    Map.entry("overlong-slash-of-four", "f08080af"),
                    Map.entry("overlong-nul", "c080"),
                    Map.entry("high-surrogate", "eda080"),
                    Map.entry("low-surrogate", "edb080"),
                    Map.entry("surrogate-pair", "eda0bdedb880"),
                    Map.entry("beyond-unicode", "f4908080"),
                    Map.entry("five-bytes", "f888808080"),
                    Map.entry("continuation", "80"),
                    Map.entry("many-continuations", "80".repeat(1_000)),
                    Map.entry("latin-1", "e9"),
                    Map.entry("two-of-three", "e282"),
                    Map.entry("three-of-four", "f09f98"),
                    Map.entry("ff", "ff"),
                    Map.entry("fe", "fe"));

    private EncodingCases() {}

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        new java.util.TreeMap<>(WRONG).forEach((name, hex) -> wrongBytes(name, hex, cases));
        charsets(cases);
        surrogates(cases);
        String good = GoodRequests.slurm().toText();
        cases.add(CorpusCase.of("utf/bom", "\uFEFF" + good, Expectation.malformed("syntax")));
        cases.add(CorpusCase.of("utf/two-boms", "\uFEFF\uFEFF{}", Expectation.malformed("syntax")));
        cases.add(CorpusCase.of("utf/bom-alone", "\uFEFF", Expectation.malformed("syntax")));
        return cases;
    }

    private static void wrongBytes(String name, String hex, List<CorpusCase> cases) {
        byte[] wrong = HexFormat.of().parseHex(hex);
        for (String around :
                List.of("value {\"a\":\"|\"}", "name {\"|\":1}", "outside |{}", "end {}|")) {
            String[] parts = around.split(" ");
            String[] halves = parts[1].split("\\|", -1);
            cases.add(
                    new CorpusCase(
                            "utf/%s-in-%s".formatted(name, parts[0]),
                            joined(utf8(halves[0]), wrong, utf8(halves[1])),
                            Expectation.malformed("not-utf-8")));
        }
    }

    private static void charsets(List<CorpusCase> cases) {
        String good = GoodRequests.eks().toText();
        for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "UTF-32LE")) {
            cases.add(
                    new CorpusCase(
                            "utf/" + name,
                            good.getBytes(Charset.forName(name)),
                            Expectation.malformed()));
        }
    }

    private static void surrogates(List<CorpusCase> cases) {
        Map<String, String> lone = new LinkedHashMap<>();
        lone.put("high", "\\ud83d");
        lone.put("low", "\\ude00");
        lone.put("reversed", "\\ude00\\ud83d");
        lone.put("before-letter", "\\ud83dA");
        lone.put("twice-high", "\\ud83d\\ud83d\\ude00");
        lone.forEach((name, text) -> {
            surrogate(name + "-in-value", "{\"a\":\"%s\"}", text, cases);
            surrogate(name + "-in-name", "{\"%s\":1}", text, cases);
            surrogate(name + "-deep", "{\"a\":[{\"b\":[\"%s\"]}]}", text, cases);
            surrogate(name + "-in-cluster", "{\"ClusterName\":\"%s\"}", text, cases);
            surrogate(name + "-in-tag", "{\"Tags\":[{\"Key\":\"%s\"}]}", text, cases);
        });
    }

    private static void surrogate(String name, String around, String text, List<CorpusCase> cases) {
        cases.add(
                CorpusCase.of(
                        "surrogate/" + name,
                        around.formatted(text),
                        Expectation.malformed("lone-surrogate")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) bytes.writeBytes(part);
        return bytes.toByteArray();
    }
}
