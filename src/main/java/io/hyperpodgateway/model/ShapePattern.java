package io.hyperpodgateway.model;

import io.hyperpodgateway.model.plain.PlainPattern;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A pattern of the service model, for whole values. It is compiled when it is first asked: a
/// request meets few of them, and a cold start none.
public final class ShapePattern {

    private final String text;
    private volatile Optional<Optional<PlainPattern>> plain = Optional.empty();
    private volatile Optional<Pattern> compiled = Optional.empty();

    public ShapePattern(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /// Whether the whole value matches. Ask only for values within their length: the engine
    /// overflows its stack on long ones.
    public boolean matches(String value) {
        Optional<PlainPattern> plain = plain();
        return (plain.isPresent() && PlainPattern.knows(value))
                ? plain.get().matches(value)
                : pattern().matcher(value).matches();
    }

    private Optional<PlainPattern> plain() {
        Optional<Optional<PlainPattern>> known = plain;
        if (known.isPresent()) return known.get();
        Optional<PlainPattern> made = PlainPattern.of(text);
        plain = Optional.of(made);
        return made;
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
