package io.hyperpodgateway.policy.document;

/// A place in a text.
///
/// @param line from 1
/// @param column from 1, in code points
public record TextPlace(int line, int column) {

    /// The place right after this text.
    public static TextPlace after(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        String started = text.substring(text.lastIndexOf('\n') + 1);
        return new TextPlace(lines + 1, started.codePointCount(0, started.length()) + 1);
    }
}
