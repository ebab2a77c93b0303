package io.hyperpodgateway.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A pattern of the service model, for whole values. It is compiled when it is first asked: a
/// request meets few of them, and a cold start none.
public final class ShapePattern {

    private final String text;
    private volatile Optional<Pattern> compiled = Optional.empty();

    public ShapePattern(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /// Whether the whole value matches. Ask only for values within their length: the engine
    /// overflows its stack on long ones.
    public boolean matches(String value) {
        return pattern().matcher(value).matches();
    }

    private Pattern pattern() {
        Optional<Pattern> known = compiled;
        if (known.isPresent()) return known.get();
        Pattern pattern = Pattern.compile(text);
        compiled = Optional.of(pattern);
        return pattern;
    }

    /// The pattern as the model spells it.
    @Override
    public String toString() {
        return text;
    }
}
