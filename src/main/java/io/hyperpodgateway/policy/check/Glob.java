package io.hyperpodgateway.policy.check;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern for the whole of a value, case-sensitive: `?` is one character, `*` any run, and
/// neither matches `:` or `#`, nor the `/` that ends the bucket of an `s3://` URI. Behind the first
/// `#` of a `jwt:` principal and behind `:user/` of an IAM user's ARN they match every character. A
/// URI with a `.` or `..` segment matches no glob but the lone `*`, which matches everything.
///
/// There is no way to escape a wildcard: the values that policy looks at hold none.
public record Glob(String text) {

    /// The glob that matches every value.
    static final Glob EVERYTHING = new Glob("*");

    private static final String S3 = "s3://";

    /// What comes before the part of a principal that its owner chose, or whoever vouches for them.
    private static final Pattern HEAD =
            Pattern.compile("jwt:[^#]*#|arn:[^:]*:iam:[^:]*:[^:]*:user/");

    public Glob {
        Objects.requireNonNull(text);
    }

    /// Whether the whole value matches. Takes time in proportion to the lengths of value and glob
    /// at worst multiplied, whatever they are.
    public boolean matches(String value) {
        if (equals(EVERYTHING)) return true;
        int bucketEnd = bucketEnd(value);
        boolean matches =
                bucketEnd < 0
                        ? covers(text, value, headEnd(value))
                        : bucketAndKeyMatch(
                                value.substring(0, bucketEnd), value.substring(bucketEnd + 1));
        return matches && !DotSegments.in(value);
    }

    /// This glob with its placeholders filled in.
    public Glob filled(UnaryOperator<String> placeholders) {
        return new Glob(placeholders.apply(text));
    }

    @Override
    public String toString() {
        return text;
    }

    /// The index of the `/` between bucket and key, or -1. A scheme in other letters is the same
    /// scheme to some readers, so its bucket is guarded too.
    private static int bucketEnd(String value) {
        boolean inS3 = value.regionMatches(true, 0, S3, 0, S3.length());
        return inS3 ? value.indexOf('/', S3.length()) : -1;
    }

    /// The index from which wildcards match every character; the value's length if there is none.
    private static int headEnd(String value) {
        if (!value.startsWith("jwt:") && !value.startsWith("arn:")) return value.length();
        Matcher head = HEAD.matcher(value);
        return head.lookingAt() ? head.end() : value.length();
    }

    /// The `/` that ends the bucket is one of the glob's own: whichever it is, what is before it is
    /// for the bucket and what is behind it for the key.
    private boolean bucketAndKeyMatch(String bucket, String key) {
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            if (covers(text.substring(0, slash), bucket, bucket.length())
                    && covers(text.substring(slash + 1), key, key.length())) return true;
        }
        return false;
    }

    /// Gives every `*` as little as will do, and goes back to the last one alone when a literal
    /// fails: an earlier one could only take what the last might have had.
    ///
    /// @param free the index from which wildcards match `:` and `#` too
    private static boolean covers(String glob, String value, int free) {
        int g = 0;
        int v = 0;
        int star = -1;
        int taken = 0;
        while (v < value.length()) {
            char wanted = g < glob.length() ? glob.charAt(g) : '\0';
            if (g < glob.length() && wanted == '*') {
                star = g++;
                taken = v;
            } else if (g < glob.length() && wanted == '?' && (v >= free || wild(value.charAt(v)))) {
                g++;
                v += width(value, v);
            } else if (g < glob.length() && wanted != '?' && wanted == value.charAt(v)) {
                g++;
                v++;
            } else if (star >= 0 && (taken >= free || wild(value.charAt(taken)))) {
                taken += width(value, taken);
                g = star + 1;
                v = taken;
            } else {
                return false;
            }
        }
        return onlyStars(glob, g);
    }

    private static boolean onlyStars(String glob, int from) {
        for (int i = from; i < glob.length(); i++) {
            if (glob.charAt(i) != '*') return false;
        }
        return true;
    }

    private static boolean wild(char c) {
        return c != ':' && c != '#';
    }

    private static int width(String value, int index) {
        return Character.charCount(value.codePointAt(index));
    }
}
