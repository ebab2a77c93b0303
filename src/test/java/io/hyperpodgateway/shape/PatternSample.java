package io.hyperpodgateway.shape;

import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.ShapePattern;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes a text that matches a pattern: of each choice the first, of each repetition the fewest and
/// then as many more as the text's length needs. Looks ahead and behind are passed over; whether
/// the text does match is for the pattern itself to say.
final class PatternSample {

    // The plainest first.
    private static final List<String> LETTERS =
            Stream.concat(Stream.of("a", "0", "A", "-"), printable()).toList();

    // What makes a group one that does not count, and the looks ahead and behind.
    private static final List<String> MARKS = List.of("?:", "?=", "?!", "?<=", "?<!");

    private static final int LONGEST = 300;

    private final String pattern;
    private final int more;
    private int at;

    private PatternSample(String pattern, int more) {
        this.pattern = pattern;
        this.more = more;
    }

    /// A text of such a shape, if one is found.
    static Optional<String> of(StringShape shape) {
        String pattern = shape.pattern().map(ShapePattern::toString).orElse("a*");
        return IntStream.range(0, LONGEST)
                .mapToObj(more -> new PatternSample(pattern, more).choice())
                .filter(text -> shape.fits(text) && shape.matches(text))
                .findFirst();
    }

    private String choice() {
        String first = sequence();
        while (take('|')) sequence();
        return first;
    }

    private String sequence() {
        var text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String atom = atom();
            text.append(atom.repeat(repetitions()));
        }
        return text.toString();
    }

    private String atom() {
        int start = at;
        if (take('(')) return group();
        if (take('^') || take('$')) return "";
        if (take('[')) {
            skipClass();
        } else if (take('\\')) {
            skipEscape();
        } else {
            at++;
        }
        return letter(pattern.substring(start, at));
    }

    private String group() {
        Optional<String> mark = MARKS.stream().filter(m -> pattern.startsWith(m, at)).findFirst();
        at += mark.map(String::length).orElse(0);
        String inner = choice();
        take(')');
        return mark.filter(m -> !m.equals("?:")).isPresent() ? "" : inner;
    }

    /// Past `d`, `u0041`, `x41`, `x{41}`, `p{L}` and the like.
    private void skipEscape() {
        char kind = pattern.charAt(at++);
        if ("pPx".indexOf(kind) >= 0 && pattern.startsWith("{", at)) {
            at = pattern.indexOf('}', at) + 1;
        } else {
            at +=
                    switch (kind) {
                        case 'u' -> 4;
                        case 'x' -> 2;
                        case 'p', 'P', 'c' -> 1;
                        default -> 0;
                    };
        }
    }

    private void skipClass() {
        take('^');
        for (int depth = 1; depth > 0; at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
        }
    }

    private static String letter(String atom) {
        Pattern one = Pattern.compile(atom);
        return LETTERS.stream()
                .filter(letter -> one.matcher(letter).matches())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> printable() {
        return IntStream.rangeClosed(' ', '~').mapToObj(Character::toString);
    }

    private int repetitions() {
        int times = times();
        if (!take('?')) take('+');
        return times;
    }

    private int times() {
        if (take('*')) return more;
        if (take('+')) return 1 + more;
        if (take('?')) return Math.min(1, more);
        if (!take('{')) return 1;
        String[] bounds = pattern.substring(at, pattern.indexOf('}', at)).split(",", -1);
        at = pattern.indexOf('}', at) + 1;
        int least = Integer.parseInt(bounds[0].strip());
        if (bounds.length == 1) return least;
        int most = bounds[1].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1].strip());
        return Math.min(most, least + more);
    }

    private boolean take(char expected) {
        if (at >= pattern.length() || pattern.charAt(at) != expected) return false;
        at++;
        return true;
    }
}
