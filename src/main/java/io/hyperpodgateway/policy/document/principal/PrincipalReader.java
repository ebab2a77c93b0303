package io.hyperpodgateway.policy.document.principal;

import io.hyperpodgateway.policy.Place;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Scalar;
import io.hyperpodgateway.policy.match.Globs;

/// Reads lists of globs on principals, and warns of those that no caller can match.
public final class PrincipalReader {

    /// Any place will do: one account is as good as another.
    private static final Place SOMEWHERE = new Place("000000000000", "us-east-1");

    private final NodeReader nodes;

    /// @param nodes reads the values, and notes the mistakes
    public PrincipalReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// A list of globs.
    public Globs globs(YamlNode list, String what) {
        Globs globs = nodes.globs(list, what);
        nodes.list(list).forEach(this::warn);
        return globs;
    }

    /// A list of at least one glob.
    public Globs filledGlobs(YamlNode list, String what) {
        Globs globs = nodes.filledGlobs(list, what);
        nodes.list(list).forEach(this::warn);
        return globs;
    }

    private void warn(YamlNode node) {
        if (!(node instanceof Scalar(var glob, var type, _, _)) || type != Scalar.Type.STRING)
            return;
        String filled = SOMEWHERE.fill(glob);
        // what is blank, or no placeholder, has been told
        boolean readable = !glob.isBlank() && filled.indexOf('{') < 0;
        if (readable && !canMatch(filled))
            nodes.warn(
                    node,
                    "unmatchable-principal",
                    "%s matches no caller: %s".formatted(glob, reason(filled)));
    }

    /// Whether there can be a caller whom the glob, its placeholders filled in, matches.
    static boolean canMatch(String glob) {
        if (glob.equals("*")) return true;
        // an issuer's https:// is left out, so what it stands in is nobody's
        if (glob.startsWith("jwt:https://")) return false;
        return PrincipalForm.ALL.stream().anyMatch(form -> form.canMatch(glob));
    }

    private static String reason(String glob) {
        if (glob.startsWith("jwt:https://")) return "an issuer stands without its https://";
        if (glob.startsWith("jwt:") && glob.indexOf('#') < 0)
            return "a token's caller is jwt:ISSUER#SUB, and no wildcard stands for the #";
        if (glob.contains(":assumed-role/"))
            return "the session of a role is its role, arn:aws:iam::ACCOUNT:role/NAME";
        if (glob.contains(":role/") && glob.indexOf('/', glob.indexOf(":role/") + 6) >= 0)
            return "a role stands without its path, arn:aws:iam::ACCOUNT:role/NAME";
        return "callers are users, roles (role/NAME), federated users and roots by their ARNs, and"
                + " jwt:ISSUER#SUB; no wildcard stands for : or #";
    }
}
