package io.hyperpodgateway.policy.defaults;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Objects;

/// All that a policy adds to a request.
///
/// @param defaults members for where the caller left them out
/// @param tags tags that every cluster gets
public record Additions(Defaults defaults, AddedTags tags) {

    /// Nothing is added.
    public static final Additions NONE = new Additions(Defaults.NONE, AddedTags.NONE);

    public Additions {
        Objects.requireNonNull(defaults);
        Objects.requireNonNull(tags);
    }

    /// The document with what is added to it. What the caller said stays as it is.
    public JsonObject to(JsonObject document, TagValues values) {
        return tags.to(defaults.to(document), values);
    }

    /// A finding on each tag of the caller's to which the policy gives another value.
    public List<Finding> conflicts(JsonObject document, TagValues values) {
        return tags.conflicts(document, values);
    }
}
