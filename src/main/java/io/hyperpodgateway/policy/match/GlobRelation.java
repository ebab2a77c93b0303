package io.hyperpodgateway.policy.match;

/// How two globs on types or references (not principals, in whose last part wildcards match more)
/// relate, found out from their texts. Where that would take long or cannot be said, the answer is
/// the careful one: neither covers the other, and they may meet.
final class GlobRelation {

    private static final String S3 = "s3://";
    private static final int MAX_STEPS = 10_000;

    private GlobRelation() {}

    /// Whether certainly everything that the other matches is matched by this one.
    static boolean covers(Glob one, Glob other) {
        if (one.equals(other) || one.equals(Glob.EVERYTHING)) return true;
        if (other.equals(Glob.EVERYTHING)) return false;
        if (!mayBeS3(other.text())) return coversParts(one.text(), other.text());
        if (!one.text().startsWith(S3) || !other.text().startsWith(S3)) return false;
        int end = one.text().indexOf('/', S3.length());
        int otherEnd = other.text().indexOf('/', S3.length());
        if (end < 0 && otherEnd < 0) return coversParts(one.text(), other.text());
        // a wildcard never stands for the `/` that ends the bucket
        return end >= 0
                && otherEnd >= 0
                && coversParts(one.text().substring(0, end), other.text().substring(0, otherEnd))
                && coversParts(one.text().substring(end), other.text().substring(otherEnd));
    }

    /// Whether there may be a value that both match.
    static boolean mayMeet(Glob one, Glob other) {
        if (one.equals(Glob.EVERYTHING) || other.equals(Glob.EVERYTHING)) return true;
        int[] a = one.text().codePoints().toArray();
        int[] b = other.text().codePoints().toArray();
        return tooLong(a, b) || meet(a, b);
    }

    private static boolean mayBeS3(String glob) {
        for (int i = 0; i < S3.length(); i++) {
            if (i == glob.length()) return false;
            char c = glob.charAt(i);
            if (c == '*' || c == '?') return true;
            if (Character.toLowerCase(c) != S3.charAt(i)) return false;
        }
        return true;
    }

    private static boolean coversParts(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (tooLong(a, b)) return false;
        var covers = new boolean[a.length + 1][b.length + 1];
        covers[a.length][b.length] = true;
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length; j >= 0; j--) {
                boolean takes = j < b.length && takes(a[i], b[j]);
                covers[i][j] =
                        a[i] == '*'
                                ? covers[i + 1][j] || (takes && covers[i][j + 1])
                                : takes && covers[i + 1][j + 1];
            }
        }
        return covers[0][0];
    }

    /// Whether all that the other's part stands for is what one's part stands for.
    private static boolean takes(int part, int other) {
        if (part == '*') return isWild(other);
        if (part == '?') return other != '*' && isWild(other);
        return part == other;
    }

    private static boolean meet(int[] a, int[] b) {
        var meet = new boolean[a.length + 1][b.length + 1];
        for (int i = a.length; i >= 0; i--) {
            for (int j = b.length; j >= 0; j--) {
                meet[i][j] = meet(a, i, b, j, meet);
            }
        }
        return meet[0][0];
    }

    private static boolean meet(int[] a, int i, int[] b, int j, boolean[][] meet) {
        if (i == a.length && j == b.length) return true;
        boolean any = i < a.length && a[i] == '*';
        boolean anyOther = j < b.length && b[j] == '*';
        if ((any && meet[i + 1][j]) || (anyOther && meet[i][j + 1])) return true;
        if (i == a.length || j == b.length) return false;
        if (any) return !anyOther && isWild(b[j]) && meet[i][j + 1];
        if (anyOther) return isWild(a[i]) && meet[i + 1][j];
        boolean same =
                a[i] == b[j] || (a[i] == '?' && isWild(b[j])) || (b[j] == '?' && isWild(a[i]));
        return same && meet[i + 1][j + 1];
    }

    private static boolean tooLong(int[] a, int[] b) {
        return (long) a.length * b.length > MAX_STEPS;
    }

    private static boolean isWild(int part) {
        return part != ':' && part != '#';
    }
}
