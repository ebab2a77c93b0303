package io.hyperpodgateway.request;

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
import java.util.Objects;
import java.util.Optional;

/// Something that a request names and the caller may have no right to: every text whose member is
/// not known to be harmless.
///
/// @param kind what it is; nothing if the member is one that nobody has classified yet
/// @param pointer where it is named
/// @param value its name
public record Reference(Optional<ReferenceKind> kind, JsonPointer pointer, String value) {

    public Reference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(value);
    }

    /// Every reference of the document, in its order.
    public static List<Reference> in(JsonObject document) {
        var search = new Search(new ArrayList<>(), new ArrayList<>());
        search.visit(ClassifiedMember.ROOT, document);
        return search.found;
    }

    /// @param place the tokens above: most members name nothing, so their pointers are never made
    private record Search(List<Reference> found, List<String> place) {

        void visit(ClassifiedMember here, Json value) {
            switch (value) {
                case JsonObject(var members) ->
                        members.forEach((name, member) -> visit(here.member(name), name, member));
                case JsonArray(var items) -> {
                    for (int i = 0; i < items.size(); i++) {
                        visit(here.item(), Integer.toString(i), items.get(i));
                    }
                }
                case JsonString(var text) -> add(here, text);
                case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
            }
        }

        private void visit(ClassifiedMember here, String token, Json value) {
            place.addLast(token);
            visit(here, value);
            place.removeLast();
        }

        private void add(ClassifiedMember here, String text) {
            Optional<ReferenceKind> kind = here.kind();
            boolean isNone = kind.filter(one -> !one.isNamedBy(text)).isPresent();
            if (here.isHarmless() || isNone) return;
            found.add(new Reference(kind, JsonPointer.of(place), text));
        }
    }
}
