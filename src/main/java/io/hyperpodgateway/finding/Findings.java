package io.hyperpodgateway.finding;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Findings in the order and number in which an answer shows them.
public final class Findings {

    /// As many as one answer holds, the word on those left out included.
    public static final int MAX = 100;

    /// As many as are sought in one go: whoever sends more mistakes than this learns that there are
    /// at least so many.
    public static final int ENOUGH = 1_000;

    /// The rule of the finding that says how many others are left out.
    private static final String TOO_MANY = "too-many-findings";

    private Findings() {}

    /// Whether these are all that was found, none left out.
    public static boolean areAll(List<Finding> findings) {
        return findings.isEmpty() || !findings.getLast().rule().equals(TOO_MANY);
    }

    /// Findings in the order of the document they are about, what is missing last within its
    /// object; those on one place stay in the order given. A fix that would not apply cleanly after
    /// the earlier ones is left out.
    public static List<Finding> inOrderOf(JsonObject document, Collection<Finding> findings) {
        return FixesInTurn.of(new DocumentOrder(document).sorted(findings));
    }

    /// At most 100 findings: ERRORs are kept before WARN and INFO, and the last then says how many
    /// are left out, and their fixes with them: one that builds on such a fix goes too. A place
    /// with a very long name is pointed at from above.
    public static List<Finding> limit(List<Finding> findings) {
        return atMost(findings).stream().map(Finding::shortened).toList();
    }

    private static List<Finding> atMost(List<Finding> findings) {
        if (findings.size() <= MAX) return findings;
        int room = MAX - 1;
        long errors = findings.stream().filter(Finding::isError).count();
        long others = Math.max(0, room - errors);
        var kept = new ArrayList<Finding>();
        var leftOut = new ArrayList<Finding>();
        for (Finding finding : findings) {
            boolean stays = kept.size() < room && (finding.isError() || others-- > 0);
            (stays ? kept : leftOut).add(finding);
        }
        kept.replaceAll(new FixesLeftOut(leftOut)::notNeededBy);
        kept.add(
                Finding.of(
                        Source.RULE,
                        TOO_MANY,
                        Level.INFO,
                        JsonPointer.ROOT,
                        "%s%d more findings are left out"
                                .formatted(
                                        findings.size() < ENOUGH ? "" : "at least ",
                                        findings.size() - room)));
        return kept;
    }

    /// The findings as a JSON array.
    public static JsonArray toJson(Collection<Finding> findings) {
        return new JsonArray(findings.stream().<Json>map(Finding::toJson).toList());
    }
}
