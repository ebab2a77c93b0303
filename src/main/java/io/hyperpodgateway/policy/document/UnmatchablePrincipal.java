package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the globs that match no caller, by the mistakes that people make: a session's ARN, a
/// role's with its path, a token's issuer with `https://` or without the `#` behind it, and what
/// has no form of a principal at all.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
///   identifiers</a>
final class UnmatchablePrincipal {

    /// One account is as good as another.
    private static final Place ANY_PLACE = new Place("000000000000", "us-east-1");

    /// A name by IAM's pattern `[\w+=,.@-]+`, and wildcards.
    private static final String NAME = "[\\w+=,.@*?-]+";

    /// A user's ARN holds its path, of `!` to `~`, which a wildcard may match too.
    private static final Pattern IAM =
            Pattern.compile(
                    "root|role/%s|user/([!-~]*/)?%s|user/[!-~]*[*?][!-~]*".formatted(NAME, NAME));

    private static final Pattern STS = Pattern.compile("federated-user/" + NAME);
    private static final Pattern PARTITION = Pattern.compile("aws[a-z*?-]*|[a-z*?-]*[*?][a-z*?-]*");
    private static final Pattern ACCOUNT =
            Pattern.compile("[0-9?]{12}|(?=.*\\*)([0-9?]\\**|\\*){1,12}");
    private static final Pattern WILDCARD = Pattern.compile("[*?]");

    private static final String ROLE = "arn:*:iam::{accountId}:role/";
    private static final Pattern ROLE_WITH_PATH = Pattern.compile("(?:.*:)?role/.*/.*");
    private static final Pattern WITH_PATH = Pattern.compile("(.*:role)/.*/([^/]*\\w[^/]*)");
    private static final Pattern SESSION =
            Pattern.compile("(arn:[^:]*):(?:sts|iam)::([^:]*):assumed-role/([^/]+)(?:/.*)?");
    private static final Pattern KINDS =
            Pattern.compile(
                    "(arn:[^:]*:(?:iam|sts)):([^:]*):([^:]*):"
                            + "(user|role|root|federated-user|assumed-role)(?=/|$)",
                    Pattern.CASE_INSENSITIVE);

    /// What people write, and what it should be; each is tried on the outcome of those before.
    private static final List<UnaryOperator<String>> CORRECTIONS =
            List.of(
                    String::strip,
                    glob -> KINDS.matcher(glob).replaceFirst(UnmatchablePrincipal::inLowerCase),
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

    private UnmatchablePrincipal() {}

    /// Why the glob matches no caller, and which glob would; nothing if it may match one.
    static Optional<String> words(String glob) {
        if (mayMatch(glob)) return Optional.empty();
        String correction = corrected(glob).map("; write "::concat).orElse("");
        return Optional.of("%s matches no caller: %s%s".formatted(glob, reason(glob), correction));
    }

    /// Whether there may be a caller whom the glob matches. No wildcard matches `:` or `#`, so the
    /// parts between them are looked at one by one.
    static boolean mayMatch(String glob) {
        String filled = ANY_PLACE.fill(glob);
        return filled.equals("*") || isToken(filled) || isArn(filled.split(":", 6));
    }

    private static boolean isToken(String glob) {
        int scheme = glob.indexOf(':');
        int subject = glob.indexOf('#');
        return scheme > 0
                && matches(glob.substring(0, scheme), "jwt")
                && subject > scheme + 1
                && subject < glob.length() - 1
                && !glob.startsWith("https://", scheme + 1);
    }

    private static boolean isArn(String[] parts) {
        return parts.length == 6
                && matches(parts[0], "arn")
                && PARTITION.matcher(parts[1]).matches()
                && matches(parts[3], "")
                && ACCOUNT.matcher(parts[4]).matches()
                && (isIam(parts[2], parts[5]) || isSts(parts[2], parts[5]));
    }

    private static boolean isIam(String service, String resource) {
        return matches(service, "iam")
                && isResource(resource, IAM, List.of("root", "role/", "user/"));
    }

    private static boolean isSts(String service, String resource) {
        return matches(service, "sts") && isResource(resource, STS, List.of("federated-user/"));
    }

    /// Whether it is a resource of that form, or begins so up to a wildcard which may be the rest.
    private static boolean isResource(String glob, Pattern form, List<String> beginnings) {
        if (form.matcher(glob).matches()) return true;
        Matcher wildcard = WILDCARD.matcher(glob);
        if (!wildcard.find()) return false;
        String head = glob.substring(0, wildcard.start());
        return !head.endsWith("/") && beginnings.stream().anyMatch(one -> one.startsWith(head));
    }

    private static boolean matches(String glob, String text) {
        return new Glob(glob).matches(text);
    }

    private static Optional<String> corrected(String glob) {
        String corrected = glob;
        for (UnaryOperator<String> correction : CORRECTIONS) {
            corrected = correction.apply(corrected);
            if (mayMatch(corrected)) return Optional.of(corrected);
        }
        return Optional.empty();
    }

    private static String inLowerCase(MatchResult arn) {
        String lower =
                "%s:%s:%s:%s"
                        .formatted(
                                arn.group(1).toLowerCase(Locale.ROOT),
                                arn.group(2),
                                arn.group(3),
                                arn.group(4).toLowerCase(Locale.ROOT));
        return Matcher.quoteReplacement(lower);
    }

    private static String reason(String glob) {
        if (glob.contains("https://"))
            return "a token's principal is jwt:ISSUER#SUB, the issuer without https://";
        if (glob.startsWith("jwt:") && !glob.contains("#"))
            return "a token's principal is jwt:ISSUER#SUB, and no wildcard matches the #";
        if (glob.contains("assumed-role/"))
            return "a session's principal is its role, arn:aws:iam::ACCOUNT:role/NAME";
        if (ROLE_WITH_PATH.matcher(glob).matches())
            return "a role's principal is without its path, arn:aws:iam::ACCOUNT:role/NAME";
        return "principals are ARNs of users, roles (role/NAME), federated users and roots, or"
                + " jwt:ISSUER#SUB; no wildcard matches the : or # between their parts";
    }
}
