package io.hyperpodgateway.json;

import java.util.List;

/// What reading a JSON text came to.
public sealed interface JsonReading {

    /// The text was one JSON value.
    record Read(Json value) implements JsonReading {}

    /// The text was not, and this is everything that was found wrong with it.
    record Unreadable(List<Flaw> flaws) implements JsonReading {

        public Unreadable {
            flaws = List.copyOf(flaws);
        }
    }

    /// One thing wrong with a text.
    ///
    /// @param rule what was broken, in kebab case: `syntax`, `not-utf-8`, `duplicate-member`,
    ///   `too-deep`, `lone-surrogate`, `trailing-content`
    /// @param pointer where, as far as the text could be followed
    /// @param message what and where in words, line and column included
    record Flaw(String rule, JsonPointer pointer, String message) {}
}
