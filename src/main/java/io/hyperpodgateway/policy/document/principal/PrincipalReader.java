package io.hyperpodgateway.policy.document.principal;

import io.hyperpodgateway.policy.Place;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Reads lists of globs on principals. One that no caller can match is a mistake where it would
/// leave a denial without effect, and else worth a warning.
public final class PrincipalReader {

    /// Any place will do: one account is as good as another.
    private static final Place SOMEWHERE = new Place("000000000000", "us-east-1");

    private static final String UNMATCHABLE = "unmatchable-principal";

    private final NodeReader nodes;

    /// @param nodes reads the values, and notes the mistakes
    public PrincipalReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// The globs on those whom a rule binds, at least one.
    ///
    /// @param denies whether the rule denies: a glob that matches nobody would open what it closes
    public Globs bound(YamlNode list, String what, boolean denies) {
        return globs(
                nodes.filledList(list, what), what, (node, glob) -> noteBound(node, glob, denies));
    }

    /// The globs on those who are granted something: an exception, or what others asked for.
    public Globs granted(YamlNode list, String what) {
        return globs(nodes.list(list, what), what, this::noteGranted);
    }

    private Globs globs(List<YamlNode> items, String what, BiConsumer<YamlNode, String> note) {
        var globs = new ArrayList<Glob>();
        for (YamlNode item : items) {
            Optional<Glob> glob = nodes.glob(item, what);
            glob.ifPresent(one -> note.accept(item, one.text()));
            glob.ifPresent(globs::add);
        }
        return new Globs(globs);
    }

    private void noteBound(YamlNode node, String glob, boolean denies) {
        Optional<String> words = unmatchable(glob);
        if (denies) words.ifPresent(mistake -> nodes.mistake(node, UNMATCHABLE, mistake));
        else words.ifPresent(warning -> nodes.warn(node, UNMATCHABLE, warning));
    }

    private void noteGranted(YamlNode node, String glob) {
        Optional<String> words = unmatchable(glob);
        words.ifPresent(warning -> nodes.warn(node, UNMATCHABLE, warning));
        if (words.isPresent()) return;
        WideGrant.of(glob)
                .ifPresent(others ->
                        nodes.warn(node, "wide-grant", "%s matches %s".formatted(glob, others)));
    }

    private static Optional<String> unmatchable(String glob) {
        if (canMatch(glob)) return Optional.empty();
        return Optional.of(
                "%s matches no caller: %s"
                        .formatted(glob, PrincipalAdvice.on(glob, PrincipalReader::canMatch)));
    }

    /// Whether there can be a caller whom the glob matches.
    static boolean canMatch(String glob) {
        String filled = SOMEWHERE.fill(glob);
        if (filled.equals("*")) return true;
        // an issuer's https:// is left out, so what it stands in is nobody's
        if (filled.startsWith("jwt:https://")) return false;
        return PrincipalForm.ALL.stream().anyMatch(form -> form.canMatch(filled));
    }
}
