package io.hyperpodgateway.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// The rules for all messages to people.
public final class Sentences {

    /// The limit of a message, in characters.
    public static final int BOUND = 300;

    /// Control characters, line terminators, and characters that change the direction of text.
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Zl}\\p{Zp}\\p{Cs}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private Sentences() {}

    /// Throws an AssertionError if the message is too long, or contains unsafe characters.
    public static void hold(String message) {
        assertThat(message).isNotEmpty().hasSizeLessThan(BOUND).doesNotContainPattern(UNSAFE);
    }
}
