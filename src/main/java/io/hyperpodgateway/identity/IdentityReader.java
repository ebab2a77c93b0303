package io.hyperpodgateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Identifies the caller, only by what API Gateway's authorizer has verified.
///
/// An identity that is not fully understood is treated as unidentified and gets no service.
public final class IdentityReader {

    /// The longest principal, in UTF-8 bytes, that can be a key of the record's index.
    static final int MAX_PRINCIPAL = 2_048;

    private static final int ARN_PARTS = 6;

    private IdentityReader() {}

    /// The identity of a signature (SigV4), from `requestContext.authorizer.iam`.
    ///
    /// @param userArn the ARN that AWS verified: of a user, an assumed role's session, a federated
    ///   user or the root user
    /// @param userId the unique id; for a session followed by `:` and the session's name
    /// @see <a
    ///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
    ///   identifiers</a>
    public static Identity ofSignature(Optional<String> userArn, Optional<String> userId) {
        if (userArn.isEmpty())
            return new Unidentified("the event's IAM authorizer names no userArn");
        String arn = userArn.get();
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS
                || !parts[0].equals("arn")
                || !isAccount(parts[4])
                || !isBounded(arn)) {
            return new Unidentified("the event's userArn is not the ARN of an IAM identity");
        }
        String id = userId.orElse("");
        String account = parts[4];
        String resource = parts[5];
        if (parts[2].equals("iam") && resource.startsWith("user/") && resource.length() > 5) {
            return new IamUser(arn, id, account);
        }
        if (parts[2].equals("iam") && resource.equals("root"))
            return new AccountRoot(arn, id, account);
        if (parts[2].equals("sts")
                && resource.startsWith("federated-user/")
                && resource.length() > 15) {
            return new FederatedUser(arn, id, account);
        }
        if (parts[2].equals("sts")) return ofSession(parts[1], account, resource, id);
        return new Unidentified(
                "the event's userArn is neither a user, a role's session, a federated user nor the root");
    }

    /// The subject of a verified token, from `requestContext.authorizer.jwt.claims`.
    ///
    /// @param issuer the claim `iss` (RFC 7519), a URL; the principal omits its `https://`
    /// @param subject the claim `sub`
    /// @param accountId the API's account
    public static Identity ofToken(
            Optional<String> issuer, Optional<String> subject, Optional<String> accountId) {
        String iss = issuer.orElse("").replaceFirst("^https://", "");
        String sub = subject.orElse("");
        if (iss.isEmpty() || sub.isEmpty())
            return new Unidentified("the token has no iss or no sub");
        if (iss.contains("#"))
            return new Unidentified("the token's iss holds a #, which would make it ambiguous");
        String principal = "jwt:" + iss + "#" + sub;
        if (!isBounded(principal)) return new Unidentified("the token's iss and sub are too long");
        if (accountId.filter(IdentityReader::isAccount).isEmpty()) {
            return new Unidentified("the event does not name the API's account");
        }
        return new TokenSubject(principal, sub, accountId.get());
    }

    private static Identity ofSession(
            String partition, String account, String resource, String id) {
        String[] names = resource.split("/", -1);
        boolean session =
                names.length == 3
                        && names[0].equals("assumed-role")
                        && !names[1].isEmpty()
                        && !names[2].isEmpty();
        if (!session)
            return new Unidentified("the event's userArn is no session of an assumed role");
        String role = "arn:%s:iam::%s:role/%s".formatted(partition, account, names[1]);
        int colon = id.indexOf(':');
        return new AssumedRole(role, colon < 0 ? id : id.substring(0, colon), account, names[2]);
    }

    private static boolean isAccount(String text) {
        return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isBounded(String principal) {
        return principal.getBytes(StandardCharsets.UTF_8).length <= MAX_PRINCIPAL
                && principal.codePoints().noneMatch(IdentityReader::isUnfit);
    }

    /// A lone surrogate has no UTF-8 form: it would be recorded as a question mark, and two callers
    /// would look the same.
    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
