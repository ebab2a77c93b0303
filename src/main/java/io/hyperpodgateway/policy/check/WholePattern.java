package io.hyperpodgateway.policy.check;

import java.util.regex.Pattern;

/// A regular expression for the whole of a value.
///
/// The operator writes it and the caller the value, so the engine's search is bounded: a match that
/// takes more than [#MAX_STEPS] looks at the value ends in an exception, as does one that is nested
/// too deep, instead of holding up the function.
public final class WholePattern {

    /// Looks at a character of the value that one match may take; a harmless pattern needs a few
    /// for each.
    public static final int MAX_STEPS = 100_000;

    private final Pattern pattern;

    private WholePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /// The pattern of that text, in the syntax of [Pattern].
    ///
    /// @throws java.util.regex.PatternSyntaxException if it is none
    public static WholePattern of(String text) {
        return new WholePattern(Pattern.compile(text));
    }

    /// Whether the whole value matches.
    ///
    /// @throws IllegalStateException if that is not found out within bounds
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Looks(value)).matches();
        } catch (StackOverflowError e) {
            throw new IllegalStateException("a pattern needs too deep a search for a value", e);
        }
    }

    /// The pattern's text.
    public String text() {
        return pattern.pattern();
    }

    @Override
    public String toString() {
        return text();
    }

    /// A value that lets itself be looked at so often and no more.
    private static final class Looks implements CharSequence {

        private final String value;
        private int left = MAX_STEPS;

        Looks(String value) {
            this.value = value;
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0)
                throw new IllegalStateException("a pattern needs too long a search for a value");
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.subSequence(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
