package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the schema, read by a validator of others' making, against the shape check.
public final class SchemaAgreement {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final ShapeValidator SHAPES = new ShapeValidator(MODEL, Level.WARN);
    private static final ExternalSchemaValidator SCHEMA =
            ExternalSchemaValidator.by(SchemaDocument.of(MODEL));
    private static final Pattern TIME = Pattern.compile("[+-]?\\d{4,}-\\d\\d-\\d\\d[Tt].*");

    private static final String NULL = "null";

    private SchemaAgreement() {}

    /// Fails unless schema and shape check refuse the document at the same places, or both not at
    /// all. Left out are the places
    /// - of what a schema cannot say: `1.0` for an integer, a day that its month has not, a time
    ///   whose offset moves it beyond the bounds;
    /// - of a union beside whose member an unknown one or a null is sent, which a schema counts;
    /// - of what a fix leaves out or moves, and below it;
    /// - of an object that is a blank skeleton: a schema names each of its members;
    /// - below an unknown member, and of members missing beside one: the shape check may have
    ///   understood it as the right one.
    public static void check(JsonObject document) {
        check(document, SCHEMA);
    }

    /// The same with another schema.
    static void check(JsonObject document, ExternalSchemaValidator schema) {
        List<Finding> found = SHAPES.check(document);
        List<Finding> errors = found.stream().filter(SchemaAgreement::isRefusedBySchema).toList();
        if (errors.size() >= Findings.ENOUGH) {
            // not every place was sought
            assertThat(schema.places(document)).isNotEmpty();
            return;
        }
        Set<JsonPointer> unknown = unknownMembers(errors);
        Set<JsonPointer> withUnknown =
                unknown.stream().map(SchemaAgreement::parent).collect(Collectors.toSet());
        Set<JsonPointer> remade = remade(found);
        Set<JsonPointer> fixed =
                found.stream()
                        .filter(one -> !one.fix().isEmpty())
                        .map(Finding::pointer)
                        .collect(Collectors.toSet());
        Set<JsonPointer> emptied =
                found.stream()
                        .filter(SchemaAgreement::leavesOutOnlyMembers)
                        .map(Finding::pointer)
                        .collect(Collectors.toSet());
        fixed.removeAll(emptied);
        Set<JsonPointer> uncounted = new HashSet<>(withUnknown);
        pointers(found, NULL).map(SchemaAgreement::parent).forEach(uncounted::add);
        Predicate<JsonPointer> compared =
                place ->
                        !isUnsayable(document, place)
                                && !uncounted.contains(place)
                                && !isBelowAny(place, unknown)
                                && !isWithinAny(place, remade)
                                && !emptied.contains(place)
                                && !isBelowAny(place, fixed)
                                && !isMissingIn(withUnknown, document, place);

        assertThat(those(compared, schema.places(document)))
                .as("what the schema says of %.1000s", document.toText())
                .isEqualTo(those(compared, errors.stream().map(Finding::pointer).toList()));
    }

    /// Whether the fix leaves out members of the object that the finding is about.
    private static boolean leavesOutOnlyMembers(Finding found) {
        return !found.fix().isEmpty()
                && found.fix().stream()
                        .allMatch(operation ->
                                operation instanceof PatchOperation.Remove(JsonPointer path)
                                        && isBelowAny(path, Set.of(found.pointer())));
    }

    /// What is left out as a whole, or moved: a schema looks at what was sent.
    private static Set<JsonPointer> remade(List<Finding> findings) {
        return findings.stream()
                .flatMap(found -> found.fix().stream())
                .filter(operation -> !(operation instanceof PatchOperation.Replace))
                .map(PatchOperation::path)
                .collect(Collectors.toSet());
    }

    /// A schema takes no null.
    private static boolean isRefusedBySchema(Finding finding) {
        return finding.isError() || finding.rule().equals(NULL);
    }

    private static Set<JsonPointer> unknownMembers(List<Finding> findings) {
        return pointers(findings, "unknown-member").collect(Collectors.toSet());
    }

    private static Stream<JsonPointer> pointers(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::pointer);
    }

    private static Set<JsonPointer> those(
            Predicate<JsonPointer> wanted, Iterable<JsonPointer> places) {
        var those = new HashSet<JsonPointer>();
        places.forEach(place -> those.add(place));
        those.removeIf(wanted.negate());
        return those;
    }

    private static boolean isUnsayable(JsonObject document, JsonPointer place) {
        return switch (at(document, place).orElse(document)) {
            case JsonNumber number -> ExternalSchemaValidator.isIntegerToASchemaAlone(number);
            case JsonString(var text) -> TIME.matcher(text).matches();
            case Json _ -> false;
        };
    }

    private static boolean isWithinAny(JsonPointer place, Set<JsonPointer> others) {
        return others.contains(place) || isBelowAny(place, others);
    }

    private static boolean isBelowAny(JsonPointer place, Set<JsonPointer> others) {
        List<String> tokens = place.tokens();
        for (int depth = 0; depth < tokens.size(); depth++) {
            if (others.contains(JsonPointer.of(tokens.subList(0, depth)))) return true;
        }
        return false;
    }

    private static boolean isMissingIn(
            Set<JsonPointer> objects, JsonObject document, JsonPointer place) {
        return objects.contains(parent(place)) && at(document, place).isEmpty();
    }

    private static JsonPointer parent(JsonPointer place) {
        List<String> tokens = place.tokens();
        return JsonPointer.of(tokens.subList(0, Math.max(0, tokens.size() - 1)));
    }

    private static Optional<Json> at(JsonObject document, JsonPointer place) {
        Optional<Json> value = Optional.of(document);
        for (String token : place.tokens()) {
            value = value.flatMap(parent -> below(parent, token));
        }
        return value;
    }

    private static Optional<Json> below(Json parent, String token) {
        return switch (parent) {
            case JsonObject object -> object.get(token);
            case JsonArray(var items) -> Optional.of(items.get(Integer.parseInt(token)));
            case Json _ -> Optional.empty();
        };
    }
}
