package io.hyperpodgateway.policy.document.principal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says why a glob matches no caller, and which glob would.
final class PrincipalAdvice {

    private static final String ROLE = "arn:*:iam::{accountId}:role/";

    private static final Pattern WITH_PATH = Pattern.compile("(.*:role)/.*/([^/]*\\w[^/]*)");
    private static final Pattern SESSION =
            Pattern.compile("(arn:[^:]*):(?:sts|iam)::([^:]*):assumed-role/([^/]+)(?:/.*)?");
    private static final Pattern KINDS =
            Pattern.compile(
                    "(arn:[^:]*:(?:iam|sts)):([^:]*):([^:]*):"
                            + "(user|role|root|federated-user|assumed-role)(?=/|$)",
                    Pattern.CASE_INSENSITIVE);

    /// What people write, and what it should be; each is tried on the outcome of those before.
    private static final List<UnaryOperator<String>> MENDS =
            List.of(
                    String::strip,
                    glob -> KINDS.matcher(glob).replaceFirst(PrincipalAdvice::inLowerCase),
                    glob -> glob.replaceFirst("^(?i:jwt):", "jwt:"),
                    glob -> glob.replaceFirst("^(jwt:)?https?://", "jwt:"),
                    glob -> glob.startsWith("jwt:") && !glob.contains("#") ? glob + "#*" : glob,
                    glob -> glob.replaceFirst("^(arn:[^:]*:(?:iam|sts)):[^:]+:([^:]*:.)", "$1::$2"),
                    glob -> glob.replaceFirst("^(arn:[^:]*:(?:iam|sts)):([^:]+:[^:]*)$", "$1::$2"),
                    glob -> glob.replaceFirst("::(\\d{4})-(\\d{4})-(\\d{4}):", "::$1$2$3:"),
                    glob -> SESSION.matcher(glob).replaceFirst("$1:iam::$2:role/$3"),
                    glob -> glob.replaceFirst("^(?:role|assumed-role)/(.*)$", ROLE + "$1"),
                    glob -> glob.replaceFirst("^(?=user/)", "arn:*:iam::{accountId}:"),
                    glob -> WITH_PATH.matcher(glob).replaceFirst("$1/$2"),
                    glob -> glob.replaceFirst("^(?=[\\w+=,.@-]*[a-z][\\w+=,.@-]*\\*?$)", ROLE));

    private PrincipalAdvice() {}

    /// The end of a sentence on a glob that matches no caller.
    ///
    /// @param matches whether some caller matches a glob
    static String on(String glob, Predicate<String> matches) {
        return reason(glob) + mended(glob, matches).map("; write "::concat).orElse("");
    }

    private static Optional<String> mended(String glob, Predicate<String> matches) {
        String mended = glob;
        for (UnaryOperator<String> mend : MENDS) {
            mended = mend.apply(mended);
            if (matches.test(mended)) return Optional.of(mended);
        }
        return Optional.empty();
    }

    private static String inLowerCase(MatchResult arn) {
        String lower =
                String.join(
                        ":",
                        arn.group(1).toLowerCase(Locale.ROOT),
                        arn.group(2),
                        arn.group(3),
                        arn.group(4).toLowerCase(Locale.ROOT));
        return Matcher.quoteReplacement(lower);
    }

    private static String reason(String glob) {
        return Stream.of(
                        reasonIf(
                                glob.contains("https://"),
                                "a token's principal is jwt:ISSUER#SUB, the issuer without"
                                        + " https://"),
                        reasonIf(
                                glob.startsWith("jwt:") && glob.indexOf('#') < 0,
                                "a token's principal is jwt:ISSUER#SUB, and no wildcard matches the"
                                        + " #"),
                        reasonIf(
                                glob.contains("assumed-role/"),
                                "a session's principal is its role,"
                                        + " arn:aws:iam::ACCOUNT:role/NAME"),
                        reasonIf(
                                glob.matches("(?:.*:)?role/.*/.*"),
                                "a role's principal is without its path,"
                                        + " arn:aws:iam::ACCOUNT:role/NAME"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(
                        "principals are ARNs of users, roles (role/NAME), federated users and"
                                + " roots, or jwt:ISSUER#SUB; no wildcard matches the : or # between"
                                + " their parts");
    }

    private static Optional<String> reasonIf(boolean is, String reason) {
        return is ? Optional.of(reason) : Optional.empty();
    }
}
