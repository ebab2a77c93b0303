package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.document.YamlNode.Mapping;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.document.YamlNode.Scalar;
import io.hyperpodgateway.policy.document.YamlNode.Sequence;
import io.hyperpodgateway.policy.document.YamlNode.Unusable;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one YAML 1.2 document (JSON is a part of it) into nodes that know their place.
///
/// It takes the values that JSON has and nothing that lets one place of a document change the
/// meaning of another: no anchors and aliases, no merge keys, no tags, no second document.
public final class YamlReader {

    /// Lists and objects within each other, the outermost one counted.
    static final int MAX_DEPTH = 16;

    private static final int MAX_SKIPPED = 100;

    /// Blank lines and comments, and what makes a line a directive.
    private static final Pattern DIRECTIVE =
            Pattern.compile("\uFEFF?(?:[ \\t]*+(?:#[^\\r\\n]*+)?+[\\r\\n])*+%");

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String text;
    private final Mistakes mistakes;
    private final Iterator<Event> events;
    private int line = 1;
    private int column = 1;
    private int depth;
    private boolean cut;

    private YamlReader(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /// The document's one value, as far as it can be read; what cannot is among the mistakes. Where
    /// the text stops to be YAML, what stands before is a value all the same, so that its mistakes
    /// can be told too.
    public static Optional<YamlNode> read(String text, Mistakes mistakes) {
        return new YamlReader(text, mistakes).read();
    }

    private Optional<YamlNode> read() {
        if (refusesDirective()) return Optional.empty();
        next();
        Optional<Event> start = next();
        if (start.isPresent() && start.get().getEventId() == ID.StreamEnd)
            mistakes.add("empty", 1, 1, "the document is empty; version is required");
        if (start.isEmpty() || start.get().getEventId() == ID.StreamEnd) return Optional.empty();
        Optional<YamlNode> root = next().map(this::node);
        next();
        if (next().filter(event -> event.getEventId() != ID.StreamEnd).isPresent())
            mistake("second-document", "a second document begins here; there is room for one");
        return root;
    }

    /// Directives stand before all else. They say how to read the rest, which is read in one way
    /// here, and the library passes over those that it does not know.
    private boolean refusesDirective() {
        Matcher directive = DIRECTIVE.matcher(text);
        if (!directive.lookingAt()) return false;
        TextPlace place = TextPlace.after(text.substring(0, directive.end() - 1));
        mistakes.add(
                "directive",
                place.line(),
                place.column(),
                "directives (%NAME) are not read: the document is read as YAML 1.2");
        return true;
    }

    /// What comes next; nothing once the text has stopped to be YAML, which is then told.
    private Optional<Event> next() {
        if (cut) return Optional.empty();
        try {
            Event event = events.next();
            event.getStartMark().ifPresent(this::moveTo);
            return Optional.of(event);
        } catch (MarkedYamlEngineException e) {
            e.getProblemMark().ifPresent(this::moveTo);
            syntaxError(SyntaxAdvice.on(e));
        } catch (ReaderException e) {
            moveTo(e.getPosition());
            syntaxError("the character U+%04X cannot stand here".formatted(e.getCodePoint()));
        } catch (RuntimeException e) {
            // an escape beyond Unicode, which the library leaves to the JDK
            syntaxError(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /// The next item of a list or object, if there is one more.
    private Optional<Event> nextItem() {
        return next().filter(event -> !isEnd(event));
    }

    private YamlNode node(Event event) {
        var place = new Unusable(line, column);
        if (event instanceof NodeEvent node) refuseAnchor(node);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent collection -> collection(collection);
            default -> place;
        };
    }

    private void refuseAnchor(NodeEvent node) {
        if (node instanceof AliasEvent) {
            mistake("alias", "aliases (*name) are not read: write the value out, or quote it");
        } else if (node.getAnchor().isPresent()) {
            mistake(
                    "anchor",
                    "anchors (&name) are not read: each rule is to be read where it stands");
        }
    }

    private Scalar scalar(ScalarEvent event) {
        refuseTag(event.getTag());
        boolean whole = event.getValue().codePoints().noneMatch(YamlReader::isSurrogate);
        if (!whole) mistake("lone-surrogate", "a surrogate stands without its other half");
        Tag tag = RESOLVER.resolve(event.getValue(), event.isPlain());
        return new Scalar(event.getValue(), typeOf(tag), line, column);
    }

    private void refuseTag(Optional<String> tag) {
        if (tag.isPresent()) mistake("tag", "tags (!name) are not read: quotes make a string");
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Scalar.Type typeOf(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) return Scalar.Type.NUMBER;
        if (tag.equals(Tag.BOOL)) return Scalar.Type.BOOLEAN;
        return tag.equals(Tag.NULL) ? Scalar.Type.NULL : Scalar.Type.STRING;
    }

    private YamlNode collection(CollectionStartEvent start) {
        refuseTag(start.getTag());
        if (depth == MAX_DEPTH) return tooDeep();
        depth++;
        YamlNode read = start instanceof MappingStartEvent ? mapping() : sequence();
        depth--;
        return read;
    }

    private YamlNode tooDeep() {
        mistake("too-deep", "lists and objects stand more than %d deep".formatted(MAX_DEPTH));
        var place = new Unusable(line, column);
        for (int open = 1; open > 0 && !cut; ) {
            Optional<Event> event = next();
            if (event.filter(CollectionStartEvent.class::isInstance).isPresent()) open++;
            if (event.filter(YamlReader::isEnd).isPresent()) open--;
            // the library takes long over what nobody wrote by hand
            if (open > MAX_SKIPPED) syntaxError("there is no end to the depth");
        }
        return place;
    }

    private Sequence sequence() {
        int startLine = line;
        int startColumn = column;
        var items = new ArrayList<YamlNode>();
        for (Optional<Event> item = nextItem(); item.isPresent(); item = nextItem()) {
            items.add(node(item.get()));
        }
        return new Sequence(items, startLine, startColumn);
    }

    private Mapping mapping() {
        int startLine = line;
        int startColumn = column;
        List<Member> members = new ArrayList<>();
        for (Optional<Event> item = nextItem(); item.isPresent(); item = nextItem()) {
            YamlNode name = node(item.get());
            Optional<YamlNode> value = next().map(this::node);
            // a name of which nothing follows any more is as good as not written
            Optional<Scalar> usable = value.isPresent() ? name(name) : Optional.empty();
            usable.ifPresent(text -> members.add(new Member(text, value.orElseThrow())));
        }
        return new Mapping(members, startLine, startColumn);
    }

    private Optional<Scalar> name(YamlNode name) {
        return switch (name) {
            case Scalar scalar when scalar.text().equals("<<") -> {
                mistakes.add(
                        scalar,
                        "merge-key",
                        "merge keys (<<) are not read: each rule is to be read where it stands");
                yield Optional.empty();
            }
            case Scalar scalar -> Optional.of(scalar);
            case Sequence _, Mapping _ -> {
                mistakes.add(
                        name, "type", "a member's name is %s, not a string".formatted(name.kind()));
                yield Optional.empty();
            }
            case Unusable _ -> Optional.empty();
        };
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == ID.MappingEnd || event.getEventId() == ID.SequenceEnd;
    }

    private void moveTo(Mark mark) {
        line = mark.getLine() + 1;
        column = mark.getColumn() + 1;
    }

    /// Moves to a character of the text by its number in code points.
    private void moveTo(int position) {
        int[] before = text.codePoints().limit(position).toArray();
        TextPlace place = TextPlace.after(new String(before, 0, before.length));
        line = place.line();
        column = place.column();
    }

    private void syntaxError(String problem) {
        mistake("syntax", "neither YAML nor JSON: " + problem);
        mistakes.cut();
        cut = true;
    }

    private void mistake(String rule, String message) {
        mistakes.add(rule, line, column, message);
    }
}
