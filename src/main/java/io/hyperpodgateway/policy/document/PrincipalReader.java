package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Globs;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Reads lists of globs on principals. One that matches no caller is a mistake where it would leave
/// a denial without effect, and else a warning; one that grants something to more than its author
/// may know is a warning.
final class PrincipalReader {

    private static final String UNMATCHABLE = "unmatchable-principal";

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

    private final NodeReader nodes;
    private final GlobReader globs;

    PrincipalReader(NodeReader nodes) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
    }

    /// The globs on those whom a rule binds, at least one.
    ///
    /// @param denies whether the rule denies: a glob that matches nobody would open what it closes
    Globs bound(Node list, String what, boolean denies) {
        return read(
                nodes.filledList(list, what), what, (node, glob) -> noteBound(node, glob, denies));
    }

    /// The globs on those who are granted something: an exception, or what others asked for.
    Globs granted(Node list, String what) {
        return read(nodes.list(list, what), what, this::noteGranted);
    }

    private Globs read(List<Node> items, String what, BiConsumer<Node, String> note) {
        var read = new ArrayList<Glob>();
        for (Node item : items) {
            Optional<Glob> glob = globs.glob(item, what);
            glob.ifPresent(one -> note.accept(item, one.text()));
            glob.ifPresent(read::add);
        }
        return new Globs(read);
    }

    private void noteBound(Node node, String glob, boolean denies) {
        Optional<String> words = UnmatchablePrincipal.words(glob);
        if (denies) words.ifPresent(mistake -> nodes.mistake(node, UNMATCHABLE, mistake));
        else words.ifPresent(warning -> nodes.warn(node, UNMATCHABLE, warning));
    }

    private void noteGranted(Node node, String glob) {
        Optional<String> words = UnmatchablePrincipal.words(glob);
        words.ifPresent(warning -> nodes.warn(node, UNMATCHABLE, warning));
        if (words.isPresent()) return;
        others(glob)
                .ifPresent(others ->
                        nodes.warn(node, "wide-grant", "%s matches %s".formatted(glob, others)));
    }

    /// Who else has what is granted, if the account or the owner of a token's subject is open. The
    /// lone `*` grants to everybody on purpose.
    private static Optional<String> others(String glob) {
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
