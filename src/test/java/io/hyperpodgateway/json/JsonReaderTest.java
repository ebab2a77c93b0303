package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValueAndKeepsOrderAndNumberTexts() {
        String text =
                "{\"z\":[1,-0,1.50,1E+2,\"a\\u00e9\\n\"],\"a\":{},\"t\":true,\"f\":false,\"n\":null}";

        assertThat(read(text).toText())
                .isEqualTo(
                        "{\"z\":[1,-0,1.50,1E+2,\"aé\\n\"],\"a\":{},\"t\":true,\"f\":false,\"n\":null}");
        assertThat(read("[]").kind()).isEqualTo("an array");
    }

    @Test
    void readsEscapesAndSupplementaryCharacters() {
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(Json.of("\uD83D\uDE00"));
        assertThat(read("\"\uD83D\uDE00\"")).isEqualTo(Json.of("\uD83D\uDE00"));
        assertThat(read("\"\\u0000\\/\"")).isEqualTo(Json.of("\0/"));
    }

    @Test
    void keepsTextsOfOneHashApart() {
        String text = "[\"Aa\",\"BB\",\"Aa\",\"\",\"\\u0041a\",{\"BB\":\"Aa\",\"Aa\":\"BB\"}]";

        assertThat(read(text).toText()).isEqualTo(text.replace("\\u0041", "A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22ff22", // no byte of UTF-8 at all
                "22c3", // cut within a character
                "22c0af22", // overlong
                "22e080af22", // overlong
                "22eda0bdedb88022", // a pair of surrogates in three bytes each: CESU-8
                "22eda08022", // one surrogate
                "22f490808022", // beyond the last code point
                "feff007b007d", // UTF-16
            })
    void refusesWhatIsNotUtf8(String hex) {
        assertThat(rules(HexFormat.of().parseHex(hex))).containsExactly("not-utf-8");
    }

    @Test
    void quotesLittleOfAWordThatItDoesNotKnow() {
        assertThat(flaws("[" + "wrong".repeat(100) + "]").getFirst().message())
                .hasSizeLessThan(300)
                .doesNotContain("wrong".repeat(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1B, 0x85, 0x9B, 0x202E, 0x2028, 0x2066})
    void quotesNothingThatATerminalObeys(int character) {
        String unsafe = Character.toString(character);

        assertThat(flaws("[a" + unsafe + "b]").getFirst().message()).doesNotContain(unsafe);
    }

    @Test
    void tellsThePlacesOfTheFirstThousandFlaws() {
        var flaws = flaws("{" + "\"a\":1,".repeat(2_000) + "\"a\":1}");

        assertThat(flaws).hasSize(2_000);
        assertThat(flaws.get(999).pointer()).isEqualTo(JsonPointer.of("a"));
        assertThat(flaws.get(1_000).pointer()).isEqualTo(JsonPointer.ROOT);
    }

    @Test
    void refusesAByteOrderMark() {
        assertThat(rules("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).containsExactly("syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "{",
                "[1,2",
                "{\"a\":1,}",
                "[1,]",
                "[01]",
                "{a:1}",
                "['a']",
                "[NaN]",
                "[Infinity]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[1e]",
                "-",
                "tru",
                "nul",
                "TRUE",
                "[\"\\x\"]",
                "[\"\\u12\"]",
                "[\"a\nb\"]",
                "\"abc",
                "/* */1",
                "// 1",
                "]",
                "{]",
                "[1}",
                "\u0000",
                "{\"a\" 1}",
                "{\"a\":}",
                "{1:1}",
                "[1 2]",
                "\u00a01"
            })
    void refusesWhatIsNoJson(String text) {
        assertThat(rules(text)).containsExactly("syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} x", "1 2", "[],", "{}]", "\"a\" \"b\"", "{}\u0000"})
    void refusesWhatFollowsTheOneValue(String text) {
        assertThat(rules(text)).containsExactly("trailing-content");
    }

    @Test
    void takesWhiteSpaceAroundTheValue() {
        assertThat(read(" \r\n\t{ } \r\n\t")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void tellsEveryDuplicateMemberWithItsPlace() {
        String text =
                "{\"a\":1,\"a\":{\"b~/\":1,\"b~/\":2},\"c\":[0,{\"d\":1,\"d\":1,\"d\":1}],\"\\u0061\":2}";

        assertThat(pointers(text))
                .containsExactly(
                        "duplicate-member /a",
                        "duplicate-member /a/b~0~1",
                        "duplicate-member /c/1/d",
                        "duplicate-member /c/1/d",
                        "duplicate-member /a");
    }

    @Test
    void takesNamesThatDifferInCase() {
        assertThat(read("{\"a\":1,\"A\":2}").toText()).isEqualTo("{\"a\":1,\"A\":2}");
    }

    @Test
    void readsSixtyFourDeepAndNoDeeper() {
        assertThat(read("[".repeat(64) + "]".repeat(64)).toText()).hasSize(128);
        assertThat(pointers("[".repeat(65) + "]".repeat(65)))
                .containsExactly("too-deep " + "/0".repeat(64));
        assertThat(rules("{\"a\":".repeat(65) + "1" + "}".repeat(65))).containsExactly("too-deep");
        assertThat(read("{\"a\":".repeat(64) + "1" + "}".repeat(64)).toText()).hasSize(64 * 6 + 1);
    }

    @Test
    void survivesNestingWithoutEnd() {
        assertThat(rules("[".repeat(262_144))).containsExactly("too-deep", "syntax");
        assertThat(rules("{\"a\":".repeat(50_000))).containsExactly("too-deep", "syntax");
        assertThat(rules("[".repeat(131_072) + "]".repeat(131_072))).containsExactly("too-deep");
    }

    @Test
    void tellsEveryPlaceThatIsTooDeepBesideOtherFlaws() {
        String deep = "[".repeat(65) + "]".repeat(65);

        assertThat(rules("{\"a\":" + deep + ",\"a\":1,\"b\":" + deep + "}"))
                .containsExactly("too-deep", "duplicate-member", "too-deep");
    }

    @Test
    void findsLoneSurrogatesInValues() {
        assertThat(pointers("{\"a\":[\"\\ud800\",\"ok\",\"x\\udc00\"],\"b\":\"\\ude00\\ud83d\"}"))
                .containsExactly("lone-surrogate /a/0", "lone-surrogate /a/2", "lone-surrogate /b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud800b", "\\ud800\\ud800", "\\ud800\\u0041"})
    void findsLoneSurrogatesInNames(String name) {
        assertThat(rules("{\"x\":{\"" + name + "\":{\"a\":1,\"a\":2}}}"))
                .contains("lone-surrogate");
        assertThat(flaws("{\"x\":{\"" + name + "\":{\"a\":1,\"a\":2}}}"))
                .allSatisfy(flaw -> assertThat(isEncodable(flaw.pointer().toString())).isTrue())
                .allSatisfy(flaw -> assertThat(isEncodable(flaw.message())).isTrue());
    }

    @Test
    void tellsOfHalfACharacterInAMessageThatCanBeSent() {
        assertThat(flaws("[\uD83D\uDE00]"))
                .allSatisfy(flaw -> assertThat(isEncodable(flaw.message())).isTrue());
    }

    @Test
    void keepsNumbersThatNoTypeHolds() {
        String digits = "9".repeat(300_000);

        assertThat(read("[1e999999999]").toText()).isEqualTo("[1e999999999]");
        assertThat(read("[-1E-99999999999999]").toText()).isEqualTo("[-1E-99999999999999]");
        assertThat(read(digits)).isEqualTo(new JsonNumber(digits));
        assertThat(read("0." + digits)).isEqualTo(new JsonNumber("0." + digits));
    }

    @Test
    void readsLongStringsAndNames() {
        String text = "é".repeat(1_000_000);

        assertThat(read("\"" + text + "\"")).isEqualTo(Json.of(text));
        assertThat(read("{\"" + text + "\":1}")).isEqualTo(JsonObject.of(text, Json.of(1)));
    }

    @Test
    void pointsAtLongPathsFromAbove() {
        String name = "n".repeat(JsonPointer.MAX_LENGTH);

        assertThat(pointers("{\"a\":{\"" + name + "\":{\"b\":1,\"b\":1}}}"))
                .containsExactly("duplicate-member /a");
    }

    @Test
    void isNotHeldUpByNamesOfOneHash() {
        // "Aa" and "BB" have one hash, and so have all words made of them
        String members =
                IntStream.range(0, 1 << 14)
                        .mapToObj(i ->
                                IntStream.range(0, 14)
                                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                        .collect(Collectors.joining("", "\"", "\":0")))
                        .collect(Collectors.joining(",", "{", "}"));

        assertThat(read(members)).isInstanceOf(JsonObject.class);
    }

    @Test
    void tellsWhereASyntaxErrorStands() {
        assertThat(flaws("{\n  \"a\": tru\n}").getFirst().message())
                .startsWith("not JSON: Unrecognized token 'tru'")
                .endsWith("(line 2, column 8)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,}         | a comma is before the closing }, leave it out (line 1, column 8)",
                "[1, ]             | a comma is before the closing ], leave it out (line 1, column 5)",
                "[1, /* x */ 2]    | a comment is here, JSON has none (line 1, column 5)",
                "{\"a\":1 // x      | a comment is here, JSON has none (line 1, column 8)",
                "# x               | a comment is here, JSON has none (line 1, column 1)",
                "{'a':1}           | JSON takes straight double quotes around texts and names alone (line 1, column 2)",
                "[“a”]             | JSON takes straight double quotes around texts and names alone (line 1, column 2)",
                "[NaN]             | NaN is no number in JSON (line 1, column 5)",
                "{\"a\":-Infinity}   | -Infinity is no number in JSON (line 1, column 15)",
                "{\"\\ud800\":1}     | a name has a surrogate without its other half (line 1, column 9)",
            })
    void hasWordsForWhatPeopleTakeForJson(String text, String words) {
        assertThat(flaws(text).getFirst().message()).isEqualTo("not JSON: " + words);
    }

    @Test
    void saysAtWhichByteATextIsNoLongerUtf8() {
        assertThat(message(HexFormat.of().parseHex("7b22c3a9ff227d"))).contains("from byte 4 on");
        assertThat(message(HexFormat.of().parseHex("5b22e282"))).contains("from byte 2 on");
    }

    @Test
    void saysWhereSomethingFollows() {
        assertThat(flaws("{}\n // x").getFirst().message())
                .isEqualTo(
                        "something follows the one JSON value that is expected (line 2, column 2)");
        assertThat(flaws("{} []").getFirst().message())
                .endsWith("that is expected (line 1, column 4)");
    }

    @Test
    void namesTheMembersThatItRefuses() {
        assertThat(flaws("{\"a\":{\"b\":1,\"b\":\"\\ud800\"}}"))
                .extracting(JsonFlaw::message)
                .containsExactly(
                        "/a/b is set more than once in its object (line 1, column 13)",
                        "/a/b has a surrogate without its other half (line 1, column 17)");
        assertThat(flaws("\"\\udc00\"").getFirst().message())
                .startsWith("the text has a surrogate");
        String name = "\u202e" + "n".repeat(60);
        assertThat(flaws("{\"%s\":1,\"%s\":1}".formatted(name, name)).getFirst().message())
                .startsWith("/\\u202e" + "n".repeat(34) + "… is set more than once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1}", "[NaN]", "[+1]", "/* */1"})
    void saysNothingOfTheParsersOwnSettings(String text) {
        assertThat(flaws(text).getFirst().message())
                .doesNotContain("Feature", "FEATURE", "REDACTED", "ALLOW");
    }

    private static Json read(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Reading.Read.class);
        assertThat(JsonReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(JsonReader.read(text));
        return JsonReader.read(text).orElseThrow();
    }

    private static List<JsonFlaw> flaws(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Reading.Refused.class);
        return JsonReader.read(text).problems();
    }

    private static List<String> rules(String text) {
        return flaws(text).stream().map(JsonFlaw::rule).toList();
    }

    private static List<String> rules(byte[] utf8) {
        assertThat(JsonReader.read(utf8)).isInstanceOf(Reading.Refused.class);
        return JsonReader.read(utf8).problems().stream().map(JsonFlaw::rule).toList();
    }

    private static String message(byte[] utf8) {
        return JsonReader.read(utf8).problems().getFirst().message();
    }

    private static List<String> pointers(String text) {
        return flaws(text).stream().map(flaw -> flaw.rule() + " " + flaw.pointer()).toList();
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
