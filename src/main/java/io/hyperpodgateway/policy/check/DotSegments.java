package io.hyperpodgateway.policy.check;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the segments `.` and `..` in an `s3://` or `https://` URI. Whoever normalises such a URI
/// reads another key than the one that is written, so no prefix says where it leads.
final class DotSegments {

    private static final Pattern SCHEME =
            Pattern.compile("(s3|https?)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cntrl}\\s]");

    /// A URI may be encoded more than once; what is encoded more often than this hides something.
    private static final int MAX_ROUNDS = 8;

    private DotSegments() {}

    /// Whether the value is such a URI and has such a segment, however it is written.
    static boolean in(String value) {
        Matcher scheme = SCHEME.matcher(value);
        if (!scheme.lookingAt()) return false;
        String rest = value.substring(scheme.end());
        for (int i = 0; i < MAX_ROUNDS; i++) {
            if (hasPlain(rest)) return true;
            String decoded = ENCODED.matcher(rest).replaceAll(DotSegments::character);
            if (decoded.equals(rest)) return false;
            rest = decoded;
        }
        return true;
    }

    /// Characters that only look like a dot or a slash, or that readers drop, change nothing.
    private static boolean hasPlain(String path) {
        String plain = Normalizer.normalize(path, Normalizer.Form.NFKC);
        return SEPARATOR
                .splitAsStream(IGNORED.matcher(plain).replaceAll(""))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static String character(MatchResult encoded) {
        char decoded = (char) Integer.parseInt(encoded.group(1), 16);
        return Matcher.quoteReplacement(String.valueOf(decoded));
    }
}
