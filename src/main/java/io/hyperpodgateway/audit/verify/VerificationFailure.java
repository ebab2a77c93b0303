package io.hyperpodgateway.audit.verify;

import java.util.Locale;
import java.util.Objects;

/// Something in the record that is not as it was written.
///
/// @param place the item's keys, or what takes their place
/// @param description what is wrong with it
public record VerificationFailure(Kind kind, String place, String description) {

    /// What became of it.
    public enum Kind {
        /// It is not what its hash, its digest or its place say.
        CHANGED,
        /// It is gone.
        REMOVED,
        /// It was not there when its digests were made.
        ADDED,
        /// It stands in another's place.
        REORDERED,
        /// It does not follow the event before it.
        UNCHAINED,
        /// The gateway writes no such item.
        UNKNOWN,
        /// A digest or a page of one does not fit.
        DIGEST,
        /// What was kept outside the table says otherwise.
        ANCHOR
    }

    public VerificationFailure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(place);
        Objects.requireNonNull(description);
    }

    /// One line: the kind in lower case, the place, what is wrong. Control characters are escaped.
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
