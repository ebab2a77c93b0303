package io.hyperpodgateway.finding;

import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings of one rule that would say the same words of many places, as a rule has them of every
/// group: they are reported once, at the first place, with the others counted.
///
/// Each ERROR keeps its own place, for all have to be mended; so does each fix.
public final class Repetitions {

    private Repetitions() {}

    /// The findings of one rule, in their order, each sentence once.
    public static List<Finding> once(List<Finding> findings) {
        // of so many not all are there, so they cannot be counted
        if (findings.size() < 2 || findings.size() >= Findings.ENOUGH) return findings;
        Map<Phrase, Integer> places = new LinkedHashMap<>();
        var first = new ArrayList<Finding>();
        for (Finding finding : findings) {
            if (!mayBeCounted(finding)) {
                first.add(finding);
            } else if (places.merge(finding.phrase(), 1, Integer::sum) == 1) {
                first.add(finding);
            }
        }
        return first.stream().map(finding -> counted(finding, places)).toList();
    }

    private static boolean mayBeCounted(Finding finding) {
        return !finding.isError() && finding.fix().isEmpty();
    }

    private static Finding counted(Finding finding, Map<Phrase, Integer> places) {
        int others = mayBeCounted(finding) ? places.getOrDefault(finding.phrase(), 1) - 1 : 0;
        if (others == 0) return finding;
        String tail =
                "; the same holds for %d other %s"
                        .formatted(others, others == 1 ? "place" : "places");
        int room = Excerpt.MAX_SENTENCE - tail.length() - 1;
        return finding.withPhrase(Phrase.sentence(Excerpt.cut(finding.message(), room), tail));
    }
}
