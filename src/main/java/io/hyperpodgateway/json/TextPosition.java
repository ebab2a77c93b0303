package io.hyperpodgateway.json;

/// A position in a text.
///
/// @param line its line, from 1
/// @param column its character in that line, from 1
public record TextPosition(int line, int column) {

    /// The end of a sentence: `(line 1, column 2)`.
    @Override
    public String toString() {
        return "(line %d, column %d)".formatted(line, column);
    }
}
