package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

import java.util.Iterator;
import java.util.Optional;

/// Refuses what lets one place of a YAML document change the meaning of another, before nodes are
/// made of it: anchors, aliases and tags; also depth, and halves of characters. What has no value
/// then is passed on as a scalar of the tag [#UNUSABLE].
final class StrictParser implements Parser {

    /// Lists and objects within each other, the outermost one counted.
    static final int MAX_DEPTH = 16;

    /// The tag of a value whose mistake is noted already.
    static final String UNUSABLE = "!unusable";

    /// The library's time grows with the square of the depth.
    private static final int MAX_SKIPPED = 100;

    private final Iterator<Event> events;
    private final Mistakes mistakes;
    private Optional<Event> peeked = Optional.empty();
    private Optional<Mark> place = Optional.empty();
    private int depth;

    StrictParser(LoadSettings settings, String text, Mistakes mistakes) {
        this.events = new Parse(settings).parseString(text).iterator();
        this.mistakes = mistakes;
    }

    /// Where the last event begins.
    Optional<Mark> place() {
        return place;
    }

    @Override
    public boolean hasNext() {
        return peeked.isPresent() || events.hasNext();
    }

    @Override
    public Event next() {
        Event event = peekEvent();
        peeked = Optional.empty();
        return event;
    }

    @Override
    public Event peekEvent() {
        if (peeked.isEmpty()) peeked = Optional.of(checked(read()));
        return peeked.get();
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return peekEvent().getEventId() == id;
    }

    private Event read() {
        Event event = events.next();
        place = event.getStartMark();
        return event;
    }

    private Event checked(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) refuseName(node);
        return switch (event) {
            case AliasEvent alias -> unusable(alias);
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start -> collection(start);
            case CollectionEndEvent end -> {
                depth--;
                yield end;
            }
            default -> event;
        };
    }

    private void refuseName(NodeEvent node) {
        if (node instanceof AliasEvent)
            mistake(
                    node,
                    "alias",
                    "aliases (*name) are not read: write the value out, or quote it");
        else mistake(node, "anchor", "anchors (&name) are not read: write each value out");
    }

    private Event scalar(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag());
        boolean whole = scalar.getValue().codePoints().noneMatch(StrictParser::isSurrogate);
        if (!whole) mistake(scalar, "lone-surrogate", "a surrogate is without its other half");
        return scalar;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private Event collection(CollectionStartEvent start) {
        refuseTag(start, start.getTag());
        if (depth == MAX_DEPTH) return tooDeep(start);
        depth++;
        return start;
    }

    private Event tooDeep(CollectionStartEvent start) {
        mistake(
                start,
                "too-deep",
                "lists and objects are nested more than %d deep".formatted(MAX_DEPTH));
        for (int open = 1; open > 0; ) {
            Event event = read();
            if (event instanceof CollectionStartEvent) open++;
            if (event instanceof CollectionEndEvent) open--;
            if (open > MAX_SKIPPED)
                throw new ParserException("there is no end to the depth", event.getStartMark());
        }
        return unusable(start);
    }

    private static Event unusable(Event event) {
        return new ScalarEvent(
                Optional.empty(),
                Optional.of(UNUSABLE),
                new ImplicitTuple(false, false),
                "",
                ScalarStyle.PLAIN,
                event.getStartMark(),
                event.getEndMark());
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent())
            mistake(event, "tag", "tags (!name) are not read: quotes make a string");
    }

    private void mistake(Event event, String rule, String message) {
        mistakes.add(rule, TextPlace.of(event.getStartMark()), message);
    }
}
