package io.hyperpodgateway.finding;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.TextPosition;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a finding says of its place: text, and other places that the text names.
///
/// @param isSentence whether it is a whole sentence; if not, the finding's place is its subject
/// @param parts texts and places, in their order
public record Phrase(boolean isSentence, List<Fragment> parts) {

    /// A part of a phrase.
    public sealed interface Fragment {}

    /// Words as they are shown.
    public record Words(String text) implements Fragment {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A place of the document that the finding is about.
    public record NamedPlace(JsonPointer pointer) implements Fragment {
        @Override
        public String toString() {
            return pointer.excerpt();
        }
    }

    /// A position in the text of the document.
    public record Position(TextPosition position) implements Fragment {
        @Override
        public String toString() {
            return position.toString();
        }
    }

    public Phrase {
        parts = List.copyOf(parts);
    }

    /// A predicate: the finding's place comes before it, as in `/ClusterName` `is missing`.
    ///
    /// @param parts pointers are places of the document, all else is text
    public static Phrase of(Object... parts) {
        return new Phrase(false, parts(parts));
    }

    /// A sentence that says what it is about.
    ///
    /// @param parts pointers are places of the document, all else is text
    public static Phrase sentence(Object... parts) {
        return new Phrase(true, parts(parts));
    }

    private static List<Fragment> parts(Object... parts) {
        return Stream.of(parts)
                .<Fragment>map(part ->
                        switch (part) {
                            case JsonPointer pointer -> new NamedPlace(pointer);
                            case TextPosition position -> new Position(position);
                            default -> new Words(part.toString());
                        })
                .toList();
    }

    /// This phrase with other places in it.
    Phrase withPlaces(UnaryOperator<JsonPointer> moved) {
        return new Phrase(
                isSentence,
                parts.stream()
                        .map(part ->
                                part instanceof NamedPlace(var pointer)
                                        ? new NamedPlace(moved.apply(pointer))
                                        : part)
                        .toList());
    }

    /// The position in the text that it names, if it names one.
    public Optional<TextPosition> position() {
        return parts.stream()
                .filter(Position.class::isInstance)
                .map(part -> ((Position) part).position())
                .findFirst();
    }

    /// The sentence of which this is the predicate, under 300 characters; a whole sentence as it
    /// is.
    String of(JsonPointer place) {
        if (isSentence) return toString();
        String subject = place.equals(JsonPointer.ROOT) ? "" : place.excerpt() + " ";
        return Excerpt.sentence(Excerpt.escaped(subject + this));
    }

    @Override
    public String toString() {
        return parts.stream().map(Fragment::toString).collect(Collectors.joining());
    }
}
