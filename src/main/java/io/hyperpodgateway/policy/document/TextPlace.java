package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Optional;

/// A place in a text.
///
/// @param line from 1
/// @param column from 1, in code points
public record TextPlace(int line, int column) {

    /// Where every text begins.
    public static final TextPlace START = new TextPlace(1, 1);

    /// The place right after this text.
    public static TextPlace after(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        String started = text.substring(text.lastIndexOf('\n') + 1);
        return new TextPlace(lines + 1, started.codePointCount(0, started.length()) + 1);
    }

    /// The place of a character.
    ///
    /// @param position how many code points come before it
    static TextPlace at(String text, int position) {
        int[] before = text.codePoints().limit(position).toArray();
        return after(new String(before, 0, before.length));
    }

    /// Where a node begins.
    static TextPlace of(Node node) {
        return of(node.getStartMark());
    }

    static TextPlace of(Optional<Mark> mark) {
        return mark.map(at -> new TextPlace(at.getLine() + 1, at.getColumn() + 1)).orElse(START);
    }
}
