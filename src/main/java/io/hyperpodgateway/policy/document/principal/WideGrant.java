package io.hyperpodgateway.policy.document.principal;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what is open in a glob that grants something: an account, or the owner of a token's
/// subject. The lone `*` grants to everybody on purpose.
final class WideGrant {

    private static final Pattern ANY_ACCOUNT =
            Pattern.compile("[^:]*:[^:]*:[^:]*:[^:]*:[^:]*[*?][^:]*:.*");

    /// What a subject begins with if its owner is named: `repo:OWNER/`, `organization:OWNER:`,
    /// `system:serviceaccount:NAMESPACE:`, `org/OWNER/`, `spiffe://DOMAIN/`, or an id.
    private static final Pattern OWNED =
            Pattern.compile(
                    "system:serviceaccount:[^:]+:.*"
                            + "|(?!system:serviceaccount:)[^:/]+:[^:/]+[:/].*"
                            + "|[^:/]+/[^/]+/.*"
                            + "|[a-z]+://[^/]+/.*"
                            + "|[^:/|]+(?:\\|[^|]+)?",
                    Pattern.DOTALL);

    private static final Pattern WILDCARD = Pattern.compile("[*?]");

    private WideGrant() {}

    /// Who else has what is granted, if the glob says too little.
    static Optional<String> of(String glob) {
        if (!glob.startsWith("jwt:"))
            return ANY_ACCOUNT.matcher(glob).matches()
                    ? Optional.of("identities of any account; write {accountId} or an account")
                    : Optional.empty();
        String subject = glob.substring(glob.indexOf('#') + 1);
        String known = WILDCARD.split(subject, 2)[0];
        return known.equals(subject) || OWNED.matcher(known).matches()
                ? Optional.empty()
                : Optional.of(
                        "subjects of any owner whom the issuer knows; write the owner, as in"
                                + " repo:OWNER/*");
    }
}
