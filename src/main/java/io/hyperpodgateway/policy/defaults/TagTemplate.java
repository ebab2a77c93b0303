package io.hyperpodgateway.policy.defaults;

import io.hyperpodgateway.policy.defaults.TagValues.Placeholder;

import java.util.Objects;
import java.util.regex.Pattern;

/// The value of an added tag as the policy writes it, placeholders in braces.
///
/// The value of a placeholder is made to fit: a character that tags do not take becomes `_`, and
/// what is longer than a tag's value is cut. So such a tag informs, it never identifies.
public record TagTemplate(String text) {

    /// As long as a tag's value may be, in code points.
    private static final int LONGEST = 256;

    /// What no tag's value may hold
    /// ([restrictions](https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html)).
    private static final Pattern NOT_TAKEN = Pattern.compile("[^\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]");

    public TagTemplate {
        Objects.requireNonNull(text);
    }

    /// The tag's value in this request.
    String filled(TagValues values) {
        if (text.indexOf('{') < 0) return text;
        String filled = text;
        // one placeholder's value holds no brace, so that no later one is filled into it
        for (Placeholder placeholder : Placeholder.values()) {
            String taken = NOT_TAKEN.matcher(values.of(placeholder)).replaceAll("_");
            filled = filled.replace("{" + placeholder.id() + "}", taken);
        }
        return cut(filled);
    }

    private static String cut(String value) {
        if (value.codePointCount(0, value.length()) <= LONGEST) return value;
        return value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }
}
