package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.ShapeKind;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.Classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds the texts of CreateCluster's document that are not classified for policy yet, and the
/// classified ones that a model lacks.
///
/// The gateway's role passes a text's reference on to SageMaker: until somebody decides whether
/// callers need a permission for it, policy refuses it.
final class Unclassified {

    private Unclassified() {}

    /// One sentence for each, beginning with its path: what it is and what to do.
    static List<String> sentences(Model model) {
        Map<String, String> places = TextPlaces.of(model);
        var sentences = new ArrayList<String>();
        places.forEach((path, shape) -> {
            JsonObject described = model.shape(shape);
            if (!isKnown(path, ShapeKind.of(described))) sentences.add(unknown(path, described));
        });
        for (String path : Classification.paths()) {
            if (!places.containsKey(path)) {
                sentences.add(
                        path
                                + " is classified and not in the model: take it out of"
                                + " ReferenceKind or HarmlessMembers");
            }
        }
        return sentences;
    }

    private static boolean isKnown(String path, ShapeKind shapeKind) {
        return shapeKind == ShapeKind.MAP
                ? Classification.knowsMap(path)
                : Classification.knows(path);
    }

    private static String unknown(String path, JsonObject shape) {
        return "%s is not classified, %s: %s"
                .formatted(path, ShapeKind.describe(shape), advice(ShapeKind.of(shape)));
    }

    private static String advice(ShapeKind shapeKind) {
        return switch (shapeKind) {
            case TEXT ->
                    "add it to a kind of ReferenceKind if callers need a right to what it names,"
                            + " else to HarmlessMembers";
            case MAP ->
                    "callers choose its names, add it to HarmlessMembers.MAPS if they need a right"
                            + " to none";
            case CHOICE, TIMESTAMP, STRUCTURE, LIST, INTEGER, BOOLEAN, OTHER ->
                    "it names nothing of anybody's, add it to HarmlessMembers";
        };
    }
}
