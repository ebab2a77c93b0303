package io.hyperpodgateway.json;

/// An explicit `null`: not the same as an absent member.
public record JsonNull() implements Json {

    /// The one null.
    public static final JsonNull NULL = new JsonNull();
}
