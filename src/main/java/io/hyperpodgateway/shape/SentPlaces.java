package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Optional;

/// Tells places of a mended document as the places from which they came in the body as sent.
public final class SentPlaces {

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
        return finding.withPlaces(this::sent);
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
