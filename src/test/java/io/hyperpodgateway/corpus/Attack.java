package io.hyperpodgateway.corpus;

import java.util.Random;

/// Texts in which no run of a dozen letters comes twice, so that an answer which repeats one is
/// caught.
final class Attack {

    private Attack() {}

    /// So many letters.
    static String text(int length) {
        return text(new Random(length), length);
    }

    static String text(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
