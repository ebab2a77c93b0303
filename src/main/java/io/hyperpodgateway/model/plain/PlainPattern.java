package io.hyperpodgateway.model.plain;

import java.util.List;
import java.util.Optional;

/// A pattern that is letters, or choices of letters, one after the other, each so many times, where
/// a letter that can belong to what is being repeated can belong to nothing behind it. Taking as
/// many as there are is then the one way to match, and there is nothing to go back to.
///
/// Most texts of a request stand under such patterns, and the engine is the better part of what
/// their check takes.
public final class PlainPattern {

    private final List<Step> steps;

    PlainPattern(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// The regular expression as such a pattern, if it is one for certain.
    public static Optional<PlainPattern> of(String regex) {
        return PlainPatternReader.read(regex);
    }

    /// Whether this pattern knows the text's characters: those of ASCII alone.
    public static boolean knows(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) return false;
        }
        return true;
    }

    /// Whether the whole of a text that is known matches.
    public boolean matches(String text) {
        int at = 0;
        for (int i = 0; i < steps.size(); i++) {
            int end = steps.get(i).end(text, at);
            if (end < 0) return false;
            at = end;
        }
        return at == text.length();
    }

    /// Letters that stand so many times.
    ///
    /// @param most [Integer#MAX_VALUE] where there is no bound
    record Step(Letters letters, int least, int most) {

        /// Behind as many as there are; below 0 if there are too few.
        int end(String text, int start) {
            int longest = Math.min(text.length() - start, most);
            int taken = 0;
            while (taken < longest && letters.have(text.charAt(start + taken))) taken++;
            return taken < least ? -1 : start + taken;
        }
    }
}
