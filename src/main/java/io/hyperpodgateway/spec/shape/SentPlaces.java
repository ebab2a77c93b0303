package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.Legible;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Wording;
import io.hyperpodgateway.spec.shape.tree.Node;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells places of a mended document as the places from which they came in the body as sent.
public final class SentPlaces {

    /// Strings, which are the caller's values, and places, without what ends a clause; a slash
    /// within a word, as in `s3://`, begins none.
    private static final Pattern QUOTE_OR_PLACE =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|(?<![^\\s(])/[^\\s,;\"]*[^\\s,;\":.?!()]");

    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    /// Everything was sent where it is.
    static final SentPlaces THE_SAME = new SentPlaces(Optional.empty());

    private final Optional<Node> root;

    /// @param root the repaired document
    SentPlaces(Node root) {
        this(Optional.of(root));
    }

    private SentPlaces(Optional<Node> root) {
        this.root = root;
    }

    /// The finding on the mended document as one on the body as sent, its message too. A fix stays
    /// as it is: it is applied when those of the shape check are.
    public Finding asSent(Finding finding) {
        if (root.isEmpty()) return finding;
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
    JsonPointer sent(JsonPointer repaired) {
        if (root.isEmpty()) return repaired;
        List<String> tokens = repaired.tokens();
        Node here = root.get();
        for (int depth = 0; depth < tokens.size(); depth++) {
            Optional<Node> next = here.child(tokens.get(depth));
            if (next.isEmpty()) return below(here, tokens.subList(depth, tokens.size()));
            here = next.get();
        }
        return here.sent();
    }

    private static JsonPointer below(Node node, List<String> rest) {
        JsonPointer place = node.sentBelow(rest.getFirst());
        if (place.equals(node.sent())) return place;
        for (String token : rest.subList(1, rest.size())) place = place.member(token);
        return place;
    }
}
