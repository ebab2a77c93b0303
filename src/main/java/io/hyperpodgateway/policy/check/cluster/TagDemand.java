package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.match.WholePattern;
import io.hyperpodgateway.spec.Wording;

import java.util.List;
import java.util.Objects;

/// What the value of a required tag has to be.
public sealed interface TagDemand {

    /// Whether this value will do.
    boolean accepts(String value);

    /// What would do, in words: "any value", "one of a, b".
    String words();

    /// The demand as a document writes it.
    JsonObject toJson();

    /// Any value, the empty one too: `{}`.
    record AnyValue() implements TagDemand {

        @Override
        public boolean accepts(String value) {
            return true;
        }

        @Override
        public String words() {
            return "any value";
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
        public String words() {
            return "one of " + Wording.list(values);
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
        public String words() {
            return "a value that matches " + pattern;
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.of("pattern", Json.of(pattern.text()));
        }
    }
}
