package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.comparison.DifferenceText;
import io.hyperpodgateway.drift.comparison.Drift;
import io.hyperpodgateway.drift.comparison.Meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes the differences between two models, by what they mean to callers.
final class DriftReport {

    // names come from a file: control and direction characters are escaped
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final List<String> lines = new ArrayList<>();

    private DriftReport() {}

    static List<String> of(Drift drift, List<String> unclassified) {
        var driftReport = new DriftReport();
        for (Meaning meaning : Meaning.values()) {
            driftReport.section(
                    meaning.heading(),
                    drift.sent().stream()
                            .filter(entry -> entry.difference().meaning() == meaning)
                            .toList());
        }
        driftReport.section("Answers, errors and other operations", drift.other());
        if (driftReport.lines.isEmpty()) driftReport.lines.add("Nothing differs.");
        driftReport.sentences(
                "To settle in policy before it is shipped, which refuses until then what is not classified",
                unclassified);
        return driftReport.lines.stream().map(DriftReport::printable).toList();
    }

    private void section(String heading, List<DifferenceText> differences) {
        if (differences.isEmpty()) return;
        heading(heading, differences.size());
        for (DifferenceText entry : differences) {
            lines.add("  %s: %s".formatted(entry.places().getFirst(), entry.difference().words()));
            entry.places().stream().skip(1).forEach(place -> lines.add("    and " + place));
        }
    }

    private void sentences(String heading, List<String> sentences) {
        if (sentences.isEmpty()) return;
        heading(heading, sentences.size());
        sentences.forEach(sentence -> lines.add("  " + sentence));
    }

    private void heading(String heading, int count) {
        if (!lines.isEmpty()) lines.add("");
        lines.add("%s (%d)".formatted(heading, count));
    }

    /// The line with its unprintable characters escaped.
    static String printable(String line) {
        return UNPRINTABLE
                .matcher(line)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }
}
