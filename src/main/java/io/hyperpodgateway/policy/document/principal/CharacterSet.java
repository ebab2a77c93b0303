package io.hyperpodgateway.policy.document.principal;

import java.util.function.IntPredicate;

/// The characters that may stand at a place of a principal.
///
/// @param has whether a code point is one of them
/// @param hasWild whether one of them is what a wildcard stands for: neither `:` nor `#`
record CharacterSet(IntPredicate has, boolean hasWild) {

    static final CharacterSet DIGIT = new CharacterSet(c -> c >= '0' && c <= '9', true);

    static final CharacterSet LOWER_CASE_OR_HYPHEN =
            new CharacterSet(c -> (c >= 'a' && c <= 'z') || c == '-', true);

    /// Names of users and roles, by IAM's pattern `[\w+=,.@-]+`.
    static final CharacterSet NAME =
            new CharacterSet(c -> isAlphanumeric(c) || "_+=,.@-".indexOf(c) >= 0, true);

    /// Paths of users: `!` to `~`. IAM takes DEL as well, which identifies nobody here.
    static final CharacterSet PATH = new CharacterSet(c -> c >= '!' && c <= '~', true);

    static final CharacterSet ANY =
            new CharacterSet(
                    c -> Character.isValidCodePoint(c) && !Character.isISOControl(c), true);

    static final CharacterSet ANY_BUT_HASH =
            new CharacterSet(c -> ANY.has().test(c) && c != '#', true);

    static CharacterSet only(int codePoint) {
        return new CharacterSet(c -> c == codePoint, codePoint != ':' && codePoint != '#');
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
