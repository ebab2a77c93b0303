package io.hyperpodgateway.json;

/// One thing wrong with a JSON text.
///
/// @param rule what was broken, in kebab case: `syntax`, `not-utf-8`, `duplicate-member`,
///   `too-deep`, `lone-surrogate`, `trailing-content`
/// @param pointer where, as far as the text could be followed
/// @param message what and where in words, line and column included
public record JsonFlaw(String rule, JsonPointer pointer, String message) {}
