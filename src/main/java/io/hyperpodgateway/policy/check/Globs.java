package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.request.InstanceGroup;
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

    /// The instance types that the group may come to have and one of the globs matches, in words;
    /// the globs themselves if it has no type.
    String wanted(InstanceGroup group) {
        List<String> types = List.copyOf(group.instanceTypes().values());
        return types.isEmpty()
                ? toString()
                : Excerpt.list(types.stream().filter(this::match).distinct().toList());
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
