package io.hyperpodgateway.corpus;

import java.util.Random;

/// Texts in which no sequence of a dozen letters repeats, so that an answer that quotes one is
/// noticed.
final class Attack {

    private Attack() {}

    static String text(int length) {
        return text(new Random(length), length);
    }

    static String text(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
