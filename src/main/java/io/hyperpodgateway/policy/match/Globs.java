package io.hyperpodgateway.policy.match;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.function.UnaryOperator;

/// Several globs, of which a value has to match one.
public record Globs(List<Glob> globs) {

    public Globs {
        globs = List.copyOf(globs);
    }

    /// The globs of these texts.
    public static Globs of(String... texts) {
        return new Globs(List.of(texts).stream().map(Glob::new).toList());
    }

    /// Whether any of the globs matches.
    public boolean match(String value) {
        for (Glob glob : globs) {
            if (glob.matches(value)) return true;
        }
        return false;
    }

    /// Whether one of the globs is the lone `*`, so that any value matches.
    public boolean matchEverything() {
        return globs.contains(Glob.EVERYTHING);
    }

    /// These globs with their placeholders filled in.
    public Globs filled(UnaryOperator<String> placeholders) {
        return new Globs(globs.stream().map(glob -> glob.filled(placeholders)).toList());
    }

    /// The texts of the globs.
    public JsonArray toJson() {
        return JsonArray.ofTexts(globs.stream().map(Glob::text).toList());
    }

    /// The globs in words: "a, b", at most ten.
    @Override
    public String toString() {
        return Excerpt.list(globs);
    }
}
