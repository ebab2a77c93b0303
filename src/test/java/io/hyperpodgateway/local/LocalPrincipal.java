package io.hyperpodgateway.local;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The caller in the header `X-Local-Principal`, converted to an HTTP API's event.
sealed interface LocalPrincipal {

    /// A caller: the `authorizer` of the event's request context.
    record Somebody(JsonObject authorizer) implements LocalPrincipal {}

    /// No caller: the event has no `authorizer`.
    record Nobody() implements LocalPrincipal {}

    /// The header's value has an unknown form.
    record Unreadable(String value) implements LocalPrincipal {}

    /// The caller if the header is absent: a user of that account.
    static String byDefault(String accountId) {
        return "arn:aws:iam::%s:user/local".formatted(accountId);
    }

    /// The allowed forms of the header, for people.
    String FORMS =
            """
            X-Local-Principal is one of
              arn:aws:iam::ACCOUNT:user/NAME
              arn:aws:iam::ACCOUNT:role/NAME                    (a session named "local")
              arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION
              arn:aws:sts::ACCOUNT:federated-user/NAME
              arn:aws:iam::ACCOUNT:root
              jwt:ISSUER#SUB
            or empty, for nobody. ACCOUNT is 12 digits.
            """;

    Pattern ARN =
            Pattern.compile(
                    "(?<partition>arn:aws[a-z-]*):(?<service>iam|sts)::(?<account>[0-9]{12}):"
                            + "(?<resource>[\\x21-\\x7e]+)");
    Pattern NAMED = Pattern.compile("(?<kind>[a-z-]+)/(?:[^/]+/)*(?<name>[\\w+=,.@-]+)");
    Pattern SESSION = Pattern.compile("assumed-role/(?<name>[\\w+=,.@-]+)/[\\w+=,.@-]+");
    Pattern TOKEN = Pattern.compile("jwt:(?:https://)?(?<issuer>[^#\\s]+)#(?<subject>\\S.*)");

    /// Parses the header's value.
    static LocalPrincipal of(String value) {
        if (value.isBlank()) return new Nobody();
        Matcher token = TOKEN.matcher(value);
        if (token.matches()) return token(token.group("issuer"), token.group("subject"));
        Matcher arn = ARN.matcher(value);
        return arn.matches() ? identity(arn) : new Unreadable(value);
    }

    private static LocalPrincipal identity(Matcher arn) {
        String account = arn.group("account");
        String resource = arn.group("resource");
        boolean iam = arn.group("service").equals("iam");
        if (iam && resource.equals("root")) return iam(arn.group(), account, account);
        if (!iam && SESSION.matcher(resource).matches()) return session(arn.group(), account);
        Matcher named = NAMED.matcher(resource);
        if (!named.matches()) return new Unreadable(arn.group());
        String name = named.group("name");
        return switch (arn.group("service") + " " + named.group("kind")) {
            case "iam user" -> iam(arn.group(), account, uniqueId("AIDA", arn.group()));
            case "iam role" ->
                    session(
                            "%s:sts::%s:assumed-role/%s/local"
                                    .formatted(arn.group("partition"), account, name),
                            account);
            case "sts federated-user" -> iam(arn.group(), account, account + ":" + name);
            default -> new Unreadable(arn.group());
        };
    }

    /// A session is identified by its role's unique id and its own name.
    private static LocalPrincipal session(String arn, String account) {
        int slash = arn.lastIndexOf('/');
        String roleId = uniqueId("AROA", arn.substring(0, slash));
        return iam(arn, account, roleId + ":" + arn.substring(slash + 1));
    }

    private static Somebody iam(String arn, String account, String userId) {
        return new Somebody(
                JsonObject.of(
                        "iam",
                        JsonObject.of("accessKey", Json.of(uniqueId("ASIA", arn).substring(0, 20)))
                                .with("accountId", Json.of(account))
                                .with("callerId", Json.of(userId))
                                .with("cognitoIdentity", JsonNull.NULL)
                                .with("principalOrgId", JsonNull.NULL)
                                .with("userArn", Json.of(arn))
                                .with("userId", Json.of(userId))));
    }

    private static Somebody token(String issuer, String subject) {
        JsonObject claims =
                JsonObject.of("iss", Json.of("https://" + issuer)).with("sub", Json.of(subject));
        return new Somebody(
                JsonObject.of(
                        "jwt", JsonObject.of("claims", claims).with("scopes", JsonNull.NULL)));
    }

    /// An id in IAM's form that is the same for the same name in every run.
    private static String uniqueId(String prefix, String name) {
        return prefix + Sha256.hex(name).substring(0, 17).toUpperCase(Locale.ROOT);
    }
}
