package io.hyperpodgateway.audit.verify;

import java.util.Locale;
import java.util.Objects;

/// Something in the record that is not as it was written.
///
/// @param place the item's keys, or what identifies it otherwise
/// @param description what is wrong with it
public record VerificationFailure(Kind kind, String place, String description) {

    public enum Kind {
        /// It differs from its hash, its digest or its keys.
        CHANGED,
        /// It is missing.
        REMOVED,
        /// It did not exist when its digest was created.
        ADDED,
        /// It has the position of another.
        REORDERED,
        /// It does not continue the chain of the event before it.
        UNCHAINED,
        /// The gateway writes no such item.
        UNKNOWN,
        /// A digest or one of its pages is inconsistent.
        DIGEST,
        /// It differs from what is stored outside the table.
        ANCHOR
    }

    public VerificationFailure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(place);
        Objects.requireNonNull(description);
    }

    /// One line: the kind in lower case, the place, the description. Control characters are
    /// escaped.
    @Override
    public String toString() {
        return "%s %s: %s"
                .formatted(kind.name().toLowerCase(Locale.ROOT), shown(place), shown(description));
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(250)
                .forEach(c -> {
                    if (isPrintable(c)) {
                        shown.appendCodePoint(c);
                    } else {
                        shown.append("\\u{%x}".formatted(c));
                    }
                });
        return shown.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
