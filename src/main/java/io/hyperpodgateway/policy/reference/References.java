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
        references.visit("", document);
        return references.found;
    }

    private void visit(String path, Json value) {
        switch (value) {
            case JsonObject(var members) -> {
                boolean map = HarmlessMembers.MAPS.contains(path);
                members.forEach((name, member) ->
                        visit(below(path, map ? "{}" : unambiguous(name)), name, member));
            }
            case JsonArray(var items) -> {
                String each = below(path, "*");
                for (int i = 0; i < items.size(); i++) {
                    visit(each, Integer.toString(i), items.get(i));
                }
            }
            case JsonString(var text) -> note(path, text);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }

    private void visit(String path, String token, Json value) {
        place.addLast(token);
        visit(path, value);
        place.removeLast();
    }

    private void note(String path, String text) {
        if (HarmlessMembers.PATHS.contains(path)) return;
        Optional<ReferenceKind> kind = ReferenceKind.ofMember(path);
        if (kind.isPresent() && !kind.get().isNamedBy(text)) return;
        found.add(new Reference(kind, JsonPointer.of(place), text));
    }

    /// A member's name as it stands in a path; one that could be taken for more than a name is in
    /// no table.
    private static String unambiguous(String name) {
        boolean plain = name.indexOf('/') < 0 && !name.equals("*") && !name.equals("{}");
        return plain ? name : "~";
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
