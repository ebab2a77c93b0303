package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.json.TextPosition;
import io.hyperpodgateway.text.NearestNames;
import io.hyperpodgateway.text.Reading;

import java.util.Optional;
import java.util.Set;

/// Findings on a request that is not one JSON object, or whose headers or query are invalid.
public final class MalformedRequest {

    /// The rules that a text breaks which is not JSON at all.
    private static final Set<String> SYNTAX = Set.of("syntax", "trailing-content");

    /// Members that identify an instance group, lower case.
    private static final Set<String> OF_A_GROUP =
            Set.of("instancegroupname", "instancetype", "instancecount", "executionrole");

    private static final String OF_A_REQUEST = "clustername";

    private static final Set<String> PARTS = Set.of("header", "query");

    private MalformedRequest() {}

    /// A finding on a part of the request outside its body.
    ///
    /// @param rule the part, in kebab case: `header`, `query`
    public static Finding part(String rule, String message) {
        return Finding.of(Source.SHAPE, rule, Level.ERROR, JsonPointer.ROOT, message);
    }

    /// The finding on a body that could not be read. A body in another known format is reported as
    /// such.
    ///
    /// @param body the body's text
    public static Finding of(JsonFlaw flaw, String body) {
        Optional<String> form =
                SYNTAX.contains(flaw.rule()) ? BodyForm.words(body) : Optional.empty();
        return Finding.of(
                Source.SHAPE,
                flaw.rule(),
                Level.ERROR,
                flaw.pointer(),
                sentence(form.orElse(flaw.problem()), flaw.position()));
    }

    /// The finding for the record: the rule and the line only, because the message and the pointer
    /// of an unreadable body may quote it.
    public static Finding withoutContent(Finding finding) {
        if (PARTS.contains(finding.rule())) return finding;
        Phrase words = sentence(finding.rule(), finding.phrase().position());
        return Finding.of(Source.SHAPE, finding.rule(), Level.ERROR, JsonPointer.ROOT, words);
    }

    private static Phrase sentence(String words, Optional<TextPosition> position) {
        return position.map(where -> Phrase.sentence(words, " ", where))
                .orElseGet(() -> Phrase.sentence(words));
    }

    /// The finding on a body that is JSON but not an object.
    public static Finding notAnObject(Json value) {
        return part("not-an-object", notAnObjectMessage(value));
    }

    private static String notAnObjectMessage(Json value) {
        return switch (value) {
            case JsonArray(var items) when items.stream().anyMatch(MalformedRequest::isGroup) ->
                    "the body is an array that looks like InstanceGroups; an object with"
                            + " ClusterName is expected, in which it is the member InstanceGroups";
            case JsonArray(var items) when items.stream().anyMatch(MalformedRequest::isRequest) ->
                    "the body is an array around a request; send the object with ClusterName"
                            + " itself, one in each request";
            case JsonString(var text)
                    when JsonReader.read(text) instanceof Reading.Read(JsonObject _) ->
                    "the body is JSON in a JSON string: it was encoded twice; send the text itself,"
                            + " which begins with {";
            case JsonString(var text) -> BodyForm.words(text).orElseGet(() -> expected(value));
            default -> expected(value);
        };
    }

    private static String expected(Json value) {
        return "the body is %s, a JSON object is expected".formatted(value.kind());
    }

    private static boolean isGroup(Json item) {
        return !isRequest(item) && hasAny(item, OF_A_GROUP);
    }

    private static boolean isRequest(Json item) {
        return hasAny(item, Set.of(OF_A_REQUEST));
    }

    private static boolean hasAny(Json item, Set<String> folded) {
        return item instanceof JsonObject(var members)
                && members.keySet().stream()
                        .filter(name -> name.length() <= NearestNames.LONGEST)
                        .map(NearestNames::fold)
                        .anyMatch(folded::contains);
    }
}
