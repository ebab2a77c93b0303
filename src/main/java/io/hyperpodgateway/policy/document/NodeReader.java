package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.document.Members.Member;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads nodes as objects, lists, texts and numbers. What is none is noted as a mistake at its
/// place, and has no value.
final class NodeReader {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

    private static final String STRING = "a string";

    private final Mistakes mistakes;

    /// @param mistakes where to note what is wrong
    NodeReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /// An object of members by any name, each once.
    Optional<Members> object(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) return wrongType(node, what, "an object");
        var members = new LinkedHashMap<String, Member>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (hasName(tuple.getKeyNode()) && tuple.getKeyNode() instanceof ScalarNode key) {
                var member = new Member(key, tuple.getValueNode());
                if (members.putIfAbsent(member.name(), member) != null)
                    mistake(
                            key,
                            "duplicate-member",
                            "%s is set more than once in %s".formatted(member.name(), what));
            }
        }
        return Optional.of(new Members(members));
    }

    private boolean hasName(Node key) {
        if (!(key instanceof ScalarNode name)) {
            mistake(key, "type", "a member's name is %s, not a string".formatted(NodeKind.of(key)));
            return false;
        }
        if (!name.getValue().equals("<<")) return NodeKind.of(key) != NodeKind.UNUSABLE;
        mistake(key, "merge-key", "merge keys (<<) are not read: write each member out");
        return false;
    }

    /// An object of members by these names alone, each once.
    Optional<Members> object(Node node, String what, Collection<String> known) {
        Optional<Members> members = object(node, what);
        members.ifPresent(all -> all.all().forEach(one -> requireKnown(one, what, known)));
        return members;
    }

    /// An object of at least one member.
    Optional<Members> filledObject(Node node, String what) {
        return object(node, what).filter(members -> isFilled(members.isEmpty(), node, what));
    }

    /// An object of at least one member, by these names alone.
    Optional<Members> filledObject(Node node, String what, Collection<String> known) {
        return object(node, what, known).filter(members -> isFilled(members.isEmpty(), node, what));
    }

    /// An object of these members, none of them left out.
    Optional<Members> completeObject(Node node, String what, Collection<String> names) {
        Optional<Members> members = filledObject(node, what, names);
        for (String name : names) {
            if (members.isPresent() && members.get().value(name).isEmpty())
                mistake(node, "required", "%s has no %s".formatted(what, name));
        }
        return members;
    }

    /// A list.
    List<Node> list(Node node, String what) {
        if (!(node instanceof SequenceNode)) wrongType(node, what, "a list");
        return items(node);
    }

    /// A list of at least one item.
    List<Node> filledList(Node node, String what) {
        List<Node> items = list(node, what);
        if (node instanceof SequenceNode) isFilled(items.isEmpty(), node, what);
        return items;
    }

    /// The items of a list; none if it is no list, which is no mistake here.
    static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    /// A string.
    Optional<String> string(Node node, String what) {
        return scalar(node, what, NodeKind.STRING, STRING);
    }

    /// A string that is not blank.
    Optional<String> text(Node node, String what) {
        return string(node, what).filter(text -> isFilled(text.isBlank(), node, what));
    }

    /// A string that is not blank, of at most so many characters.
    Optional<String> text(Node node, String what, int most) {
        return text(node, what)
                .filter(text -> isShort(text.codePointCount(0, text.length()), node, what, most));
    }

    /// The name of a member that is not blank.
    Optional<String> name(Member member, String what) {
        return Optional.of(member.name())
                .filter(name -> isFilled(name.isBlank(), member.key(), what));
    }

    /// A whole number from 0, at most 18 digits.
    Optional<Long> count(Node node, String what) {
        String wanted = "a whole number from 0";
        Optional<String> number = scalar(node, what, NodeKind.NUMBER, wanted);
        Optional<Long> count =
                number.filter(digits -> isDecimal(digits) && digits.indexOf('.') < 0)
                        .map(Long::valueOf);
        if (number.isPresent() && count.isEmpty()) outOfRange(node, what, number.get(), wanted);
        return count;
    }

    /// A decimal number over 0, to the digit as it is written.
    Optional<BigDecimal> money(Node node, String what) {
        String wanted = "a plain decimal number over 0";
        Optional<String> number = scalar(node, what, NodeKind.NUMBER, wanted);
        Optional<BigDecimal> money =
                number.filter(NodeReader::isDecimal)
                        .map(BigDecimal::new)
                        .filter(value -> value.signum() > 0);
        if (number.isPresent() && money.isEmpty()) outOfRange(node, what, number.get(), wanted);
        return money;
    }

    /// One of these words.
    Optional<String> choice(Node node, String what, Collection<String> words) {
        Optional<String> word = string(node, what);
        if (word.filter(words::contains).isPresent()) return word;
        word.ifPresent(other ->
                mistake(
                        node,
                        "enum",
                        "%s is %s, not one of %s%s"
                                .formatted(
                                        what,
                                        other,
                                        String.join(", ", words),
                                        mistakes.hint(other, words))));
        return Optional.empty();
    }

    /// Notes a mistake at a value.
    void mistake(Node node, String rule, String message) {
        mistakes.add(rule, TextPlace.of(node), message);
    }

    /// Notes a warning at a value.
    void warn(Node node, String rule, String message) {
        mistakes.warn(rule, TextPlace.of(node), message);
    }

    /// Whether the number of characters is allowed.
    boolean isShort(int length, Node node, String what, int most) {
        if (length > most)
            mistake(
                    node,
                    "length",
                    "%s has %d characters, at most %d are allowed".formatted(what, length, most));
        return length <= most;
    }

    private void requireKnown(Member member, String what, Collection<String> known) {
        if (known.contains(member.name())) return;
        String hint = mistakes.hint(member.name(), known);
        String others = "; its members are " + String.join(", ", known);
        mistake(
                member.key(),
                "unknown-member",
                "%s has no member %s%s"
                        .formatted(what, member.name(), hint.isEmpty() ? others : hint));
    }

    private boolean isFilled(boolean empty, Node node, String what) {
        if (empty) mistake(node, "empty", what + " is empty");
        return !empty;
    }

    private void outOfRange(Node node, String what, String number, String wanted) {
        mistake(node, "range", "%s is %s, not %s".formatted(what, number, wanted));
    }

    private static boolean isDecimal(String number) {
        return DECIMAL.matcher(number).matches();
    }

    /// A value of that kind, as it is written.
    Optional<String> scalar(Node node, String what, NodeKind kind, String wanted) {
        if (node instanceof ScalarNode scalar && NodeKind.of(node) == kind)
            return Optional.of(scalar.getValue());
        return wrongType(node, what, wanted);
    }

    private <T> Optional<T> wrongType(Node node, String what, String wanted) {
        NodeKind kind = NodeKind.of(node);
        if (kind != NodeKind.UNUSABLE)
            mistake(
                    node,
                    "type",
                    "%s is %s, not %s%s".formatted(what, kind, wanted, advice(node, wanted)));
        return Optional.empty();
    }

    private static String advice(Node node, String wanted) {
        if (!(node instanceof ScalarNode scalar)) return "";
        boolean toQuote = wanted.equals(STRING);
        if (NodeKind.of(node) == NodeKind.NULL)
            return toQuote ? ": quote what begins with #, or leave it out" : ": leave it out";
        if (toQuote) return ": put it in quotes";
        boolean quoted = wanted.contains("number") && isDecimal(scalar.getValue());
        return quoted ? ": take the quotes off" : "";
    }
}
