package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.Legible;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells places of a mended document as the places from which they came in the body as sent.
public final class SentPlaces {

    /// Strings, which are the caller's values, and places, without what ends a clause.
    private static final Pattern QUOTE_OR_PLACE =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|/[^\\s,;\"]*[^\\s,;\":.?!()]");

    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    /// Everything was sent where it stands.
    static final SentPlaces THE_SAME = new SentPlaces(Map.of());

    private final Map<JsonPointer, Origin> origins;

    /// @param origins of every mended place that was not sent there
    SentPlaces(Map<JsonPointer, Origin> origins) {
        this.origins = Map.copyOf(origins);
    }

    /// Where something was sent.
    ///
    /// @param isWhole whether what stands below it in the mended document was sent there as well,
    ///   and not below it
    record Origin(JsonPointer place, boolean isWhole) {}

    /// The finding on the mended document as one on the body as sent, its message too. A fix stays
    /// as it is: it is applied when those of the shape check are.
    public Finding asSent(Finding finding) {
        if (origins.isEmpty()) return finding;
        JsonPointer sent = sent(finding.pointer());
        String told = QUOTE_OR_PLACE.matcher(finding.message()).replaceAll(this::told);
        return told.equals(finding.message())
                ? finding.at(sent, told)
                : finding.at(sent, Wording.sentence(told));
    }

    private String told(MatchResult found) {
        String text = found.group();
        if (text.startsWith("\"") || STRAY_TILDE.matcher(text).find())
            return Matcher.quoteReplacement(text);
        JsonPointer mended = JsonPointer.parse(text);
        JsonPointer sent = sent(mended);
        return Matcher.quoteReplacement(sent.equals(mended) ? text : Legible.place(sent));
    }

    /// The place in the body as sent.
    JsonPointer sent(JsonPointer mended) {
        List<String> tokens = mended.tokens();
        for (int depth = tokens.size(); depth > 0; depth--) {
            var here = JsonPointer.of(tokens.subList(0, depth));
            if (origins.containsKey(here)) {
                return below(origins.get(here), tokens.subList(depth, tokens.size()));
            }
        }
        return mended;
    }

    private static JsonPointer below(Origin origin, List<String> rest) {
        if (origin.isWhole() || rest.isEmpty()) return origin.place();
        var tokens = new ArrayList<>(origin.place().tokens());
        tokens.addAll(rest);
        return JsonPointer.of(tokens);
    }
}
