package io.hyperpodgateway.finding;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One thing found about a request: what, where, and how to mend it.
///
/// @param source who found it
/// @param rule the rule's stable id, in kebab case; for a policy finding the operator's own rule id
/// @param level its weight
/// @param pointer the place in the body as sent (RFC 6901), or in the effective request where
///   `added`
/// @param phrase what it says of that place: the value, then what is allowed
/// @param fix operations that mend it for certain; none if nothing is certain
/// @param help the URL of a page on it, if there is one
/// @param added whether it is about something that the gateway itself added
public record Finding(
        Source source,
        String rule,
        Level level,
        JsonPointer pointer,
        Phrase phrase,
        List<PatchOperation> fix,
        Optional<String> help,
        boolean added) {

    /// Who found it.
    public enum Source {
        SHAPE,
        RULE,
        POLICY,
        SAGEMAKER
    }

    public Finding {
        Objects.requireNonNull(source);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(level);
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(phrase);
        fix = List.copyOf(fix);
        Objects.requireNonNull(help);
    }

    /// A finding without fix or help, on what the caller sent.
    public static Finding of(
            Source source, String rule, Level level, JsonPointer pointer, Phrase phrase) {
        return new Finding(
                source, rule, level, pointer, phrase, List.of(), Optional.empty(), false);
    }

    /// The same, in a whole sentence.
    public static Finding of(
            Source source, String rule, Level level, JsonPointer pointer, String sentence) {
        return of(source, rule, level, pointer, Phrase.sentence(sentence));
    }

    /// The sentence for a person: place and predicate.
    public String message() {
        return phrase.of(pointer);
    }

    /// This finding with a page to read.
    public Finding withHelp(Optional<String> url) {
        return new Finding(source, rule, level, pointer, phrase, fix, url, added);
    }

    /// This finding with the operations that mend it.
    public Finding withFix(List<PatchOperation> operations) {
        return new Finding(source, rule, level, pointer, phrase, operations, help, added);
    }

    /// This finding with the one operation that mends it.
    public Finding withFix(PatchOperation operation) {
        return withFix(List.of(operation));
    }

    /// This finding without operations.
    public Finding withoutFix() {
        return withFix(List.of());
    }

    /// This finding on something that the gateway itself added: its place is in the effective
    /// request, which no fix of the caller's reaches.
    public Finding asAdded() {
        return new Finding(source, rule, level, pointer, phrase, List.of(), help, true);
    }

    /// This finding in other words.
    Finding withPhrase(Phrase other) {
        return new Finding(source, rule, level, pointer, other, fix, help, added);
    }

    /// This finding on another document: its place, and those that its words name, are elsewhere
    /// there. Its fix stays as it is.
    public Finding withPlaces(UnaryOperator<JsonPointer> moved) {
        return new Finding(
                source,
                rule,
                level,
                moved.apply(pointer),
                phrase.withPlaces(moved),
                fix,
                help,
                added);
    }

    /// This finding as an answer shows it, its place never longer than [JsonPointer#MAX_LENGTH].
    Finding shortened() {
        JsonPointer near = pointer.shortened();
        return near.equals(pointer)
                ? this
                : new Finding(
                        source, rule, level, near, Phrase.sentence(message()), fix, help, added);
    }

    /// Whether this finding refuses the request.
    public boolean isError() {
        return level == Level.ERROR;
    }

    /// The finding as answers and records show it.
    public JsonObject toJson() {
        JsonObject json =
                JsonObject.of("source", Json.of(source.name().toLowerCase(Locale.ROOT)))
                        .with("rule", Json.of(rule))
                        .with("level", Json.of(level.name()))
                        .with("pointer", Json.of(pointer.toString()))
                        .with("message", Json.of(message()));
        if (!fix.isEmpty())
            json =
                    json.with(
                            "fix",
                            new JsonArray(fix.stream().<Json>map(PatchOperation::toJson).toList()));
        json = json.with("help", help.map(Json::of));
        return added ? json.with("added", Json.of(true)) : json;
    }

    /// The finding that [#toJson()] wrote into the record, or what is left of it where only rule,
    /// pointer and level were kept.
    public static Finding fromJson(JsonObject json) {
        return new Finding(
                Source.valueOf(json.text("source").orElse("rule").toUpperCase(Locale.ROOT)),
                json.text("rule").orElseThrow(),
                Level.valueOf(json.text("level").orElseThrow()),
                JsonPointer.parse(json.text("pointer").orElseThrow()),
                Phrase.sentence(json.text("message").orElse("its message was not recorded")),
                json.items("fix").stream().map(PatchOperation::fromJson).toList(),
                json.text("help"),
                json.get("added").isPresent());
    }
}
