package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the value of a required tag has to be.
public sealed interface TagDemand {

    /// Whether this value will do.
    boolean accepts(String value);

    /// What would do, in words: "any value", "one of a, b".
    String description();

    /// The same, as short as a refusal quotes it.
    default String excerpt() {
        return description();
    }

    /// The demand as a document writes it.
    JsonObject toJson();

    /// The value that a wrong one certainly means, if there is one.
    default Optional<String> closestTo(String value) {
        return Optional.empty();
    }

    /// Any value in which there is something to see: `{}`.
    record AnyValue() implements TagDemand {

        @Override
        public boolean accepts(String value) {
            return Excerpt.isVisible(value);
        }

        @Override
        public String description() {
            return "any value with a visible character";
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY;
        }
    }

    /// One of these values: `{values: [...]}`.
    record OneOf(List<String> values) implements TagDemand {

        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean accepts(String value) {
            return values.contains(value);
        }

        @Override
        public String description() {
            return "one of " + Excerpt.list(values);
        }

        /// The one value that differs from it by letter case alone.
        @Override
        public Optional<String> closestTo(String value) {
            List<String> alike = values.stream().filter(value::equalsIgnoreCase).toList();
            return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("values", JsonArray.ofTexts(values));
        }
    }

    /// A value that matches: `{pattern: ...}`.
    record Matching(WholePattern pattern) implements TagDemand {

        public Matching {
            Objects.requireNonNull(pattern);
        }

        @Override
        public boolean accepts(String value) {
            return pattern.matches(value);
        }

        @Override
        public String description() {
            return "a value that matches " + pattern;
        }

        @Override
        public String excerpt() {
            return "a value that matches " + Excerpt.term(pattern);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("pattern", Json.of(pattern.text()));
        }
    }
}
