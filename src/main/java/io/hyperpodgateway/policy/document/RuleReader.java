package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.DefaultDeny;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.defaults.AddedTags;

import org.snakeyaml.engine.v2.nodes.Node;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the rules of one document.
final class RuleReader {

    private static final List<String> MEMBERS =
            List.of(
                    "id",
                    "enforcement",
                    "principals",
                    "except",
                    "message",
                    "help",
                    "check",
                    "autoScaling");

    /// The length of what goes with each of a rule's findings, a hundred of which fit one answer.
    private static final int MAX_TEXT = 1000;

    /// The rules of the gateway's own findings, and names that are kept for later ones.
    private static final List<String> RESERVED =
            Stream.concat(
                            DefaultDeny.RULES.stream(),
                            Stream.of(AddedTags.CONFLICT, "team-unclear", "emergency-stop"))
                    .toList();

    private final NodeReader nodes;
    private final GlobReader globs;
    private final PrincipalReader principals;
    private final CheckReader checks;
    private final Set<String> ids = new HashSet<>();

    RuleReader(NodeReader nodes, Prices prices, Collection<String> knownTypes) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
        this.principals = new PrincipalReader(nodes);
        this.checks = new CheckReader(nodes, prices, knownTypes);
    }

    /// The rule, as far as it can be read.
    Optional<PolicyRule> read(Node node) {
        return nodes.object(node, "a rule", MEMBERS).flatMap(members -> rule(node, members));
    }

    private Optional<PolicyRule> rule(Node node, Members members) {
        // each is read before any is missed: all mistakes are reported
        Optional<String> id = id(node, members);
        Enforcement enforcement = enforcement(members);
        Binding binding = binding(members, enforcement);
        Optional<String> message =
                members.value("message").flatMap(text -> globs.words(text, "message", MAX_TEXT));
        Optional<String> help = members.value("help").flatMap(this::url);
        Optional<? extends Check> check = check(node, members);
        if (id.isEmpty() || check.isEmpty()) return Optional.empty();
        return Optional.of(
                new PolicyRule(id.get(), enforcement, binding, message, help, check.get()));
    }

    private Optional<String> id(Node node, Members members) {
        Optional<Node> value = members.value("id");
        if (value.isEmpty()) {
            nodes.mistake(node, "required", "the rule has no id");
            return Optional.empty();
        }
        return nodes.string(value.get(), "id").filter(id -> isUsable(id, value.get()));
    }

    private boolean isUsable(String id, Node place) {
        if (!id.matches("[a-z0-9]{1,64}(-[a-z0-9]{1,64}){0,16}")) {
            nodes.mistake(
                    place, "rule-id", "an id is lower-case words and hyphens, like team-sizes");
            return false;
        }
        if (RESERVED.contains(id)) {
            nodes.mistake(place, "rule-id", "the id %s is the gateway's own".formatted(id));
            return false;
        }
        if (ids.add(id)) return true;
        nodes.mistake(place, "duplicate-rule-id", "another rule has the id %s".formatted(id));
        return false;
    }

    private Enforcement enforcement(Members members) {
        return members.value("enforcement")
                .flatMap(word -> nodes.choice(word, "enforcement", Enforcement.ids()))
                .flatMap(Enforcement::of)
                .orElse(Enforcement.DENY);
    }

    private Binding binding(Members members, Enforcement enforcement) {
        // an empty list would bind nobody, and look like everybody
        Optional<Globs> bound = members.value("principals").map(list -> bound(list, enforcement));
        Optional<Globs> except =
                members.value("except").map(list -> principals.granted(list, "except"));
        var binding = new Binding(bound, except.orElse(Globs.of()));
        if (binding.isSurelyNobody()) members.value("except").ifPresent(this::warnOfNobody);
        return binding;
    }

    private void warnOfNobody(Node except) {
        nodes.warn(
                except,
                "binds-nobody",
                "except names everybody whom the rule binds, so the rule has no effect");
    }

    private Globs bound(Node list, Enforcement enforcement) {
        return principals.bound(list, "principals", enforcement == Enforcement.DENY);
    }

    private Optional<String> url(Node node) {
        Optional<String> text = nodes.text(node, "help", MAX_TEXT);
        if (text.filter(RuleReader::isUrl).isPresent()) return text;
        text.ifPresent(_ -> nodes.mistake(node, "url", "help is not an https:// URL"));
        return Optional.empty();
    }

    private static boolean isUrl(String text) {
        try {
            var url = new URI(text);
            return "https".equals(url.getScheme()) && url.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private Optional<? extends Check> check(Node node, Members members) {
        Optional<Node> check = members.value("check");
        if (check.isEmpty()) nodes.mistake(node, "required", "the rule has no check");
        return checks.read(check, members.member("autoScaling"));
    }
}
