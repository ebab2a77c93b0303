package io.hyperpodgateway.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// What every message to a person keeps to, whatever it is about.
public final class Sentences {

    /// A message is shorter than this, in characters.
    public static final int BOUND = 600;

    /// Control characters, those that end lines, and those that turn the direction of text.
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Zl}\\p{Zp}\\p{Cs}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private Sentences() {}

    /// Throws an AssertionError if the message is too long, or holds characters that a terminal or
    /// a page would obey.
    public static void hold(String message) {
        assertThat(message).isNotEmpty().hasSizeLessThan(BOUND).doesNotContainPattern(UNSAFE);
    }
}
