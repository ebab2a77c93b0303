package io.hyperpodgateway.json;

import java.util.Optional;

/// One thing wrong with a JSON text.
///
/// @param rule what was broken, in kebab case: `syntax`, `not-utf-8`, `duplicate-member`,
///   `too-deep`, `lone-surrogate`, `trailing-content`
/// @param pointer where, as far as the text could be followed
/// @param problem what is wrong, in words
/// @param position where in the text; nothing for flaws beyond the first thousand
public record JsonFlaw(
        String rule, JsonPointer pointer, String problem, Optional<TextPosition> position) {

    /// What is wrong and where, in words.
    public String message() {
        return problem + position.map(where -> " " + where).orElse("");
    }
}
