package io.hyperpodgateway.model;

import io.hyperpodgateway.model.drift.Drift;
import io.hyperpodgateway.model.drift.Meaning;
import io.hyperpodgateway.model.drift.PlacedDifference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes what differs between two models, by what it means to callers.
final class DriftReport {

    // Names come from a file: what would steer a terminal or turn the line around is told by
    // number.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final List<String> lines = new ArrayList<>();

    private DriftReport() {}

    /// The report, a line each.
    static List<String> of(Drift drift, List<String> unclassified) {
        var driftReport = new DriftReport();
        for (Meaning meaning : Meaning.values()) {
            driftReport.section(
                    meaning.heading(),
                    drift.asked().stream()
                            .filter(placedDifference ->
                                    placedDifference.difference().meaning() == meaning)
                            .toList());
        }
        driftReport.section("Answers, errors and other operations", drift.other());
        if (driftReport.lines.isEmpty()) driftReport.lines.add("Nothing differs.");
        driftReport.sentences(
                "To settle in policy before it is shipped, which refuses until then what is not classified",
                unclassified);
        return driftReport.lines.stream().map(DriftReport::printable).toList();
    }

    private void section(String heading, List<PlacedDifference> differences) {
        if (differences.isEmpty()) return;
        heading(heading, differences.size());
        for (PlacedDifference placedDifference : differences) {
            lines.add(
                    "  %s: %s"
                            .formatted(
                                    placedDifference.places().getFirst(),
                                    placedDifference.difference().words()));
            placedDifference.places().stream()
                    .skip(1)
                    .forEach(place -> lines.add("    and " + place));
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

    /// The line with its unprintable characters told by number.
    static String printable(String line) {
        return UNPRINTABLE
                .matcher(line)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }
}
