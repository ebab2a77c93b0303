package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Holds whole answers, byte for byte, and what is recorded of them: `answers/golden.txt` has a line
/// for each case, its name, a tab, and status, headers and body, or the event of the record, or the
/// mistake of a policy document. After a change that is meant, the file that this test leaves in
/// `target/` takes the place of the expected one:
///
///     cp target/golden.txt src/test/resources/answers/golden.txt
class GoldenMasterTest {

    private static final Path EXPECTED = Path.of("src/test/resources/answers/golden.txt");
    private static final Path ACTUAL = Path.of("target/golden.txt");
    private static final int SHOWN = 10;
    private static final int BEFORE = 60;
    private static final int AFTER = 240;

    @Test
    void answersAsEver() throws IOException {
        Map<String, String> actual = GoldenAnswers.all();
        Files.createDirectories(ACTUAL.getParent());
        Files.write(
                ACTUAL,
                actual.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList());

        List<String> differences = differences(expected(), actual);

        assertThat(differences.size())
                .as(
                        "cases that differ, compare %s with %s; the first are%n%s",
                        EXPECTED,
                        ACTUAL,
                        String.join(
                                "\n", differences.subList(0, Math.min(SHOWN, differences.size()))))
                .isZero();
    }

    private static Map<String, String> expected() throws IOException {
        var expected = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(EXPECTED)) {
            int tab = line.indexOf('\t');
            expected.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return expected;
    }

    private static List<String> differences(
            Map<String, String> expected, Map<String, String> actual) {
        var differences = new ArrayList<String>();
        var ids = new LinkedHashSet<>(expected.keySet());
        ids.addAll(actual.keySet());
        for (String id : ids) {
            String was = expected.getOrDefault(id, "(no such case)");
            String is = actual.getOrDefault(id, "(no such case)");
            if (!was.equals(is)) differences.add(difference(id, was, is));
        }
        return differences;
    }

    private static String difference(String id, String was, String is) {
        int at = 0;
        while (at < Math.min(was.length(), is.length()) && was.charAt(at) == is.charAt(at)) at++;
        return "%s, from character %d on\n  expected: %s\n  actual:   %s"
                .formatted(id, at, around(was, at), around(is, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - BEFORE), Math.min(text.length(), at + AFTER));
    }
}
