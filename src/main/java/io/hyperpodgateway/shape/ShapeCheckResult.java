package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Optional;

/// What the shape check found in a document, and the document as its fixes leave it.
public final class ShapeCheckResult {

    private final List<Finding> findings;
    private final JsonObject repaired;
    private final Node root;

    ShapeCheckResult(List<Finding> findings, JsonObject repaired, Node root) {
        this.findings = List.copyOf(findings);
        this.repaired = repaired;
        this.root = root;
    }

    /// Everything that does not fit, in document order, with pointers into the body as sent.
    public List<Finding> findings() {
        return findings;
    }

    /// The document with every fix of these findings applied, in their order; the document itself
    /// if no finding has a fix. What no fix repairs is still in it, so it may hold values of wrong
    /// types and unknown members.
    public JsonObject repaired() {
        return repaired;
    }

    /// The finding on the repaired document as one on the body as sent: its place, and those in its
    /// message. Its fix keeps pointing into the repaired document, which is right where the fixes
    /// of an answer are applied in the order of the findings.
    public Finding asSent(Finding finding) {
        return finding.withPlaces(this::sentPointer);
    }

    /// The pointer into the body as sent of what the pointer names in the repaired document:
    /// `/instance_groups/0` for `/InstanceGroups/0`. A place that the repaired document does not
    /// have is that member of the place above it; where a fix makes several places of one (tags
    /// written as an object), it is that one.
    public JsonPointer sentPointer(JsonPointer place) {
        List<String> tokens = place.tokens();
        Node here = root;
        for (int depth = 0; depth < tokens.size(); depth++) {
            Optional<Node> next = here.part(tokens.get(depth));
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
