package io.hyperpodgateway.policy.reference;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what a request names: every text whose member is not known to be harmless.
public final class References {

    private final List<Reference> found = new ArrayList<>();

    // Most members name nothing, so their pointers are never made.
    private final List<String> place = new ArrayList<>();

    private References() {}

    /// Every reference of the document, in its order.
    public static List<Reference> of(JsonObject document) {
        var references = new References();
        references.visit(Member.ROOT, document);
        return references.found;
    }

    private void visit(Member here, Json value) {
        switch (value) {
            case JsonObject(var members) ->
                    members.forEach((name, member) -> visit(here.member(name), name, member));
            case JsonArray(var items) -> {
                Member each = here.item();
                for (int i = 0; i < items.size(); i++) {
                    visit(each, Integer.toString(i), items.get(i));
                }
            }
            case JsonString(var text) -> note(here, text);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }

    private void visit(Member here, String token, Json value) {
        place.addLast(token);
        visit(here, value);
        place.removeLast();
    }

    private void note(Member here, String text) {
        if (here.isHarmless()) return;
        Optional<ReferenceKind> kind = here.kind();
        if (kind.isPresent() && !kind.get().isNamedBy(text)) return;
        found.add(new Reference(kind, JsonPointer.of(place), text));
    }
}
