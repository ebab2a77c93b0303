package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.document.YamlNode.Mapping;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.document.YamlNode.Scalar;
import io.hyperpodgateway.policy.document.YamlNode.Sequence;
import io.hyperpodgateway.policy.document.YamlNode.Unusable;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.match.WholePattern;
import io.hyperpodgateway.text.NearestNames;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads nodes as what they ought to be. What is not so is noted as a mistake at its place, and
/// then there is no value.
public final class NodeReader {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

    private final Mistakes mistakes;
    private final GlobReader globs = new GlobReader(this);
    private final PlaceholderReader placeholders = new PlaceholderReader(this);
    private final PatternReader patterns = new PatternReader(this, placeholders);

    /// @param mistakes where to note what is wrong
    public NodeReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// An object of members by any name, each once.
    public Optional<Members> object(YamlNode node, String what) {
        if (!(node instanceof Mapping mapping)) return wrongType(node, what, "an object");
        var members = new LinkedHashMap<String, Member>();
        for (Member member : mapping.members()) {
            String name = member.name().text();
            if (members.putIfAbsent(name, member) != null)
                mistake(
                        member.name(),
                        "duplicate-member",
                        "%s stands more than once in %s".formatted(name, what));
        }
        return Optional.of(new Members(members));
    }

    /// An object of members by these names alone, each once.
    public Optional<Members> object(YamlNode node, String what, Collection<String> known) {
        Optional<Members> members = object(node, what);
        members.ifPresent(all -> all.all().forEach(one -> requireKnown(one, what, known)));
        return members;
    }

    /// An object of at least one member.
    public Optional<Members> filledObject(YamlNode node, String what) {
        return object(node, what).filter(members -> isFilled(members.isEmpty(), node, what));
    }

    /// An object of at least one member, by these names alone.
    public Optional<Members> filledObject(YamlNode node, String what, Collection<String> known) {
        return object(node, what, known).filter(members -> isFilled(members.isEmpty(), node, what));
    }

    /// A list.
    public List<YamlNode> list(YamlNode node, String what) {
        if (!(node instanceof Sequence)) wrongType(node, what, "a list");
        return list(node);
    }

    /// The items of a list; none if it is no list, which is somebody else's to tell.
    public List<YamlNode> list(YamlNode node) {
        return node instanceof Sequence(var items, _, _) ? items : List.of();
    }

    /// A list of at least one item.
    public List<YamlNode> filledList(YamlNode node, String what) {
        List<YamlNode> items = list(node, what);
        if (node instanceof Sequence) isFilled(items.isEmpty(), node, what);
        return items;
    }

    /// A string that is not blank.
    public Optional<String> text(YamlNode node, String what) {
        return string(node, what).filter(text -> isFilled(text.isBlank(), node, what));
    }

    /// A string that is not blank, of at most so many characters.
    public Optional<String> text(YamlNode node, String what, int most) {
        return text(node, what).filter(text -> isShort(text, node, what, most));
    }

    /// Words for callers: a string that is not blank, of at most so many characters, without
    /// placeholders, which nothing fills in there.
    public Optional<String> words(YamlNode node, String what, int most) {
        return text(node, what, most).filter(text -> hasKnownPlaceholders(node, text, List.of()));
    }

    /// Whether the text has no placeholders but known ones; the others are noted as mistakes.
    public boolean hasKnownPlaceholders(YamlNode node, String text, Collection<String> known) {
        return placeholders.areKnown(node, text, known);
    }

    /// A string.
    public Optional<String> string(YamlNode node, String what) {
        if (node instanceof Scalar(var text, var type, _, _) && type == Scalar.Type.STRING)
            return Optional.of(text);
        return wrongType(node, what, "a string");
    }

    /// A whole number from 0, at most 18 digits.
    public Optional<Long> count(YamlNode node, String what) {
        String wanted = "a whole number from 0";
        Optional<String> number = number(node, what, wanted);
        if (number.isEmpty()) return Optional.empty();
        if (DECIMAL.matcher(number.get()).matches() && number.get().indexOf('.') < 0)
            return Optional.of(Long.parseLong(number.get()));
        mistake(node, "range", "%s is %s, not %s".formatted(what, number.get(), wanted));
        return Optional.empty();
    }

    /// A decimal number over 0, to the digit as it is written.
    public Optional<BigDecimal> money(YamlNode node, String what) {
        String wanted = "a plain decimal number over 0";
        Optional<String> number = number(node, what, wanted);
        Optional<BigDecimal> money =
                number.filter(digits -> DECIMAL.matcher(digits).matches())
                        .map(BigDecimal::new)
                        .filter(value -> value.signum() > 0);
        if (number.isPresent() && money.isEmpty())
            mistake(node, "range", "%s is %s, not %s".formatted(what, number.get(), wanted));
        return money;
    }

    /// One of these words.
    public Optional<String> choice(YamlNode node, String what, Collection<String> words) {
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
                                        hint(other, words))));
        return Optional.empty();
    }

    /// `true` or `false`.
    public Optional<Boolean> truth(YamlNode node, String what) {
        if (node instanceof Scalar(var text, var type, _, _) && type == Scalar.Type.BOOLEAN)
            return Optional.of(Boolean.parseBoolean(text));
        return wrongType(node, what, "true or false");
    }

    /// A regular expression that compiles.
    public Optional<WholePattern> pattern(YamlNode node, String what) {
        return patterns.read(node, what);
    }

    /// A list of globs.
    public Globs globs(YamlNode node, String what) {
        return globs.all(list(node, what), what);
    }

    /// A list of at least one glob.
    public Globs filledGlobs(YamlNode node, String what) {
        return globs.all(filledList(node, what), what);
    }

    /// A glob in which no placeholder stands but those that can be filled in.
    public Optional<Glob> glob(YamlNode node, String what) {
        return globs.one(node, what);
    }

    /// Notes that something has to be there and is not, unless the document breaks off.
    public void missing(YamlNode parent, String message) {
        if (!mistakes.isCut()) mistake(parent, "required", message);
    }

    /// Notes a mistake at a value.
    public void mistake(YamlNode node, String rule, String message) {
        mistakes.add(node, rule, message);
    }

    /// The end of a sentence on a name that is not known: what was meant, if that is near and there
    /// are hints left.
    public String hint(String written, Collection<String> known) {
        return mistakes.takeHint() ? NearestNames.hint(written, known) : "";
    }

    /// Whether there are hints left: to find one takes its time, and a document may hold tens of
    /// thousands of names.
    public boolean hasHints() {
        return mistakes.hasHints();
    }

    /// Whether a mistake has been noted so far.
    public boolean hasMistakes() {
        return mistakes.any();
    }

    /// Notes a warning at a value.
    public void warn(YamlNode node, String rule, String message) {
        mistakes.warn(node, rule, message);
    }

    private void requireKnown(Member member, String what, Collection<String> known) {
        String name = member.name().text();
        if (known.contains(name)) return;
        String hint = hint(name, known);
        String others = "; its members are " + String.join(", ", known);
        mistake(
                member.name(),
                "unknown-member",
                "%s has no member %s%s".formatted(what, name, hint.isEmpty() ? others : hint));
    }

    private boolean isFilled(boolean empty, YamlNode node, String what) {
        boolean mayGoOn = mistakes.isCut() && !(node instanceof Scalar);
        if (empty && !mayGoOn) mistake(node, "empty", what + " is empty");
        return !empty;
    }

    private boolean isShort(String text, YamlNode node, String what, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most)
            mistake(
                    node,
                    "length",
                    "%s has %d characters, at most %d are allowed".formatted(what, length, most));
        return length <= most;
    }

    private Optional<String> number(YamlNode node, String what, String wanted) {
        if (node instanceof Scalar(var text, var type, _, _) && type == Scalar.Type.NUMBER)
            return Optional.of(text);
        return wrongType(node, what, wanted);
    }

    private <T> Optional<T> wrongType(YamlNode node, String what, String wanted) {
        if (node instanceof Unusable) return Optional.empty();
        mistake(
                node,
                "type",
                "%s is %s, not %s%s".formatted(what, node.kind(), wanted, advice(node, wanted)));
        return Optional.empty();
    }

    private static String advice(YamlNode node, String wanted) {
        if (!(node instanceof Scalar(var text, var type, _, _))) return "";
        boolean toQuote = wanted.equals("a string");
        if (type == Scalar.Type.NULL)
            return toQuote ? ": quote what begins with #, or leave it out" : ": leave it out";
        if (toQuote) return ": put it in quotes";
        boolean quoted = wanted.contains("number") && DECIMAL.matcher(text).matches();
        return quoted ? ": take the quotes off" : "";
    }
}
