package io.hyperpodgateway.model.plain;

/// Some of the characters of ASCII.
///
/// @param low a bit for each of the first 64 that is among them
/// @param high a bit for each of the others
record Letters(long low, long high) {

    static final Letters NONE = new Letters(0, 0);
    private static final Letters DIGITS = range('0', '9');
    private static final Letters SPACES = range('\t', '\r').and(of(' '));

    static Letters of(char letter) {
        return letter < 64 ? new Letters(1L << letter, 0) : new Letters(0, 1L << (letter - 64));
    }

    /// Those from one to another, ends included.
    static Letters range(char from, char to) {
        Letters all = NONE;
        for (char letter = from; letter <= to; letter++) all = all.and(of(letter));
        return all;
    }

    /// Those that a dot means.
    static Letters dot() {
        return of('\n').and(of('\r')).others();
    }

    /// Those that a backslash and this text behind it mean; none where that is not known here.
    static Letters escaped(String text) {
        return switch (text) {
            case "d", "p{N}" -> DIGITS;
            case "s" -> SPACES;
            case "S" -> SPACES.others();
            case "p{L}" -> range('a', 'z').and(range('A', 'Z'));
            case "p{Z}" -> of(' ');
            case String _ when text.length() == 1 && isSign(text.charAt(0)) -> of(text.charAt(0));
            case String _ -> NONE;
        };
    }

    private static boolean isSign(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    Letters and(Letters more) {
        return new Letters(low | more.low, high | more.high);
    }

    Letters others() {
        return new Letters(~low, ~high);
    }

    boolean isEmpty() {
        return (low | high) == 0;
    }

    boolean meet(Letters others) {
        return ((low & others.low) | (high & others.high)) != 0;
    }

    /// Whether the character of ASCII is among them.
    boolean have(char letter) {
        return ((letter < 64 ? low >>> letter : high >>> (letter - 64)) & 1) != 0;
    }
}
