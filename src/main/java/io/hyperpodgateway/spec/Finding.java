package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// One thing found about a request: what, where, and how to mend it.
///
/// @param source who found it
/// @param rule the rule's stable id, in kebab case; for a policy finding the operator's own rule id
/// @param level its weight
/// @param pointer the place in the body as sent (RFC 6901), or in the effective request where
///   `added`
/// @param message the sentence for a person: subject first, the value, then what is allowed
/// @param fix operations that mend it for certain (RFC 6902), if there are such
/// @param help the URL of a page on it, if there is one
/// @param added whether it stands on something that the gateway itself added
public record Finding(
        Source source,
        String rule,
        Level level,
        JsonPointer pointer,
        String message,
        Optional<JsonArray> fix,
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
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        Objects.requireNonNull(help);
    }

    /// A finding without fix or help, on what the caller sent.
    public static Finding of(
            Source source, String rule, Level level, JsonPointer pointer, String message) {
        return new Finding(
                source, rule, level, pointer, message, Optional.empty(), Optional.empty(), false);
    }

    /// This finding with a page to read.
    public Finding withHelp(String url) {
        return new Finding(source, rule, level, pointer, message, fix, Optional.of(url), added);
    }

    /// This finding with the operations that mend it.
    public Finding withFix(JsonArray operations) {
        return new Finding(
                source, rule, level, pointer, message, Optional.of(operations), help, added);
    }

    /// This finding on something that the gateway itself added: its place is in the effective
    /// request, which no fix of the caller's reaches.
    public Finding asAdded() {
        return new Finding(source, rule, level, pointer, message, Optional.empty(), help, true);
    }

    /// This finding without operations.
    Finding withoutFix() {
        return new Finding(source, rule, level, pointer, message, Optional.empty(), help, added);
    }

    /// This finding on another place, in other words.
    public Finding at(JsonPointer place, String words) {
        return new Finding(source, rule, level, place, words, fix, help, added);
    }

    /// This finding as an answer tells it, its place never longer than [JsonPointer#LONGEST_TOLD].
    Finding told() {
        JsonPointer near = pointer.told();
        return near.equals(pointer)
                ? this
                : new Finding(source, rule, level, near, message, fix, help, added);
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
                        .with("message", Json.of(message))
                        .with("fix", fix)
                        .with("help", help.map(Json::of));
        return added ? json.with("added", Json.of(true)) : json;
    }

    /// The finding that [#toJson()] wrote, or what is left of it where only rule, pointer and level
    /// were kept.
    public static Finding fromJson(JsonObject json) {
        return new Finding(
                Source.valueOf(json.text("source").orElse("rule").toUpperCase(Locale.ROOT)),
                json.text("rule").orElseThrow(),
                Level.valueOf(json.text("level").orElseThrow()),
                JsonPointer.parse(json.text("pointer").orElseThrow()),
                json.text("message").orElse("its message was not recorded"),
                json.get("fix").map(JsonArray.class::cast),
                json.text("help"),
                json.get("added").isPresent());
    }
}
