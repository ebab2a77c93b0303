package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.text.NearestNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the request in a document that only holds it: `{"CreateClusterRequest": {...}}`, a
/// resource of CloudFormation or a template with one, an answer of this gateway.
final class RequestWrapper {

    /// As deep as a template holds the properties of a resource.
    private static final int DEEPEST = 3;

    private static final int MOST_MEMBERS = 100;

    /// As many members as distinguish a request from another object.
    private static final int ENOUGH = 2;

    /// Members that hold a request, folded: in these one member of it is enough.
    private static final Set<String> NAMES =
            Set.of(
                    "createclusterrequest",
                    "createclusterinput",
                    "createcluster",
                    "createclustercommandinput",
                    "clusterrequest",
                    "request",
                    "input",
                    "body",
                    "payload",
                    "cluster",
                    "properties",
                    "effectiverequest");

    private final Set<String> known;

    /// @param input the shape of a request
    RequestWrapper(StructureShape input) {
        this.known =
                input.members().keySet().stream()
                        .map(NearestNames::fold)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Where the document holds the one request, if that is not the document itself.
    Optional<JsonPointer> placeOfRequest(JsonObject document) {
        if (document.members().isEmpty() || count(document) > 0) return Optional.empty();
        var found = new ArrayList<Found>();
        seek(document, JsonPointer.ROOT, found);
        if (found.stream().anyMatch(one -> one.members() >= ENOUGH))
            found.removeIf(one -> one.members() < ENOUGH);
        return found.size() == 1 ? Optional.of(found.getFirst().place()) : Optional.empty();
    }

    /// An object with members of a request.
    private record Found(JsonPointer place, long members) {}

    private void seek(JsonObject object, JsonPointer place, List<Found> found) {
        if (place.tokens().size() == DEEPEST || object.members().size() > MOST_MEMBERS) return;
        for (var member : object.members().entrySet()) {
            if (!(member.getValue() instanceof JsonObject below)) continue;
            JsonPointer here = place.member(member.getKey());
            long count = count(below);
            boolean isNamed =
                    NAMES.contains(NearestNames.fold(member.getKey()).toLowerCase(Locale.ROOT));
            if (count >= (isNamed ? 1 : ENOUGH)) {
                found.add(new Found(here, count));
            } else {
                seek(below, here, found);
            }
        }
    }

    private long count(JsonObject object) {
        return object.members().keySet().stream()
                .limit(MOST_MEMBERS)
                .filter(name ->
                        name.length() <= NearestNames.LONGEST
                                && known.contains(NearestNames.fold(name)))
                .count();
    }

    /// Whether that is a resource or a template of CloudFormation.
    static boolean isCloudFormation(JsonObject document, JsonPointer place) {
        return place.tokens().getLast().equals("Properties")
                && place.parent()
                        .flatMap(above -> above.in(document))
                        .filter(JsonObject.class::isInstance)
                        .flatMap(resource -> ((JsonObject) resource).get("Type"))
                        .flatMap(Json::text)
                        .filter(type -> type.startsWith("AWS::"))
                        .isPresent();
    }
}
