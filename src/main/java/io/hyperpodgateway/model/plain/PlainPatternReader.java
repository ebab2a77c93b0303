package io.hyperpodgateway.model.plain;

import io.hyperpodgateway.model.plain.PlainPattern.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a regular expression as a plain pattern, and gives up at whatever it does not know.
final class PlainPatternReader {

    private static final String SPECIAL = "()|^$*+?{}[]\\";

    private final String text;
    private int at;
    private boolean gaveUp;

    private PlainPatternReader(String text) {
        this.text = text;
    }

    static Optional<PlainPattern> read(String regex) {
        boolean wrapped = regex.length() > 1 && regex.startsWith("(") && regex.endsWith(")");
        var reader =
                new PlainPatternReader(wrapped ? regex.substring(1, regex.length() - 1) : regex);
        List<Step> steps = reader.steps();
        return reader.gaveUp || !leaveNoDoubt(steps)
                ? Optional.empty()
                : Optional.of(new PlainPattern(steps));
    }

    private static boolean leaveNoDoubt(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.least() == step.most()) continue;
            for (int next = i + 1; next < steps.size(); next++) {
                if (step.letters().meet(steps.get(next).letters())) return false;
                if (steps.get(next).least() > 0) break;
            }
        }
        return true;
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        while (at < text.length() && !gaveUp) {
            Letters letters = letters();
            gaveUp |= letters.isEmpty();
            steps.add(times(letters));
        }
        return steps;
    }

    private Letters letters() {
        if (take('[')) return choice();
        if (take('.')) return Letters.dot();
        if (take('\\')) return escape();
        char letter = text.charAt(at++);
        return letter > 0x7F || SPECIAL.indexOf(letter) >= 0 ? Letters.NONE : Letters.of(letter);
    }

    private Letters choice() {
        boolean others = take('^');
        Letters choice = Letters.NONE;
        do {
            Letters more = one();
            if (more.isEmpty()) return Letters.NONE;
            choice = choice.and(more);
        } while (!take(']'));
        return others ? choice.others() : choice;
    }

    private Letters one() {
        if (at >= text.length() || text.charAt(at) == ']') return Letters.NONE;
        if (!take('\\')) return range();
        Letters escaped = escape();
        boolean begins = text.startsWith("-", at) && !text.startsWith("-]", at);
        return begins ? Letters.NONE : escaped;
    }

    /// One letter, or all from it to another.
    private Letters range() {
        char from = text.charAt(at++);
        if (from == '[' || from == '&' || from > 0x7F) return Letters.NONE;
        boolean alone = at + 1 >= text.length() || text.charAt(at) != '-';
        if (alone || text.charAt(at + 1) == ']') return Letters.of(from);
        char to = text.charAt(at + 1);
        at += 2;
        return Character.isLetterOrDigit(to) && to < 0x7F ? Letters.range(from, to) : Letters.NONE;
    }

    private Letters escape() {
        int start = at;
        if (take('p')) at = text.indexOf('}', at);
        at++;
        boolean ends = start < at && at <= text.length();
        return ends ? Letters.escaped(text.substring(start, at)) : Letters.NONE;
    }

    private Step times(Letters letters) {
        if (take('*')) return new Step(letters, 0, Integer.MAX_VALUE);
        if (take('+')) return new Step(letters, 1, Integer.MAX_VALUE);
        if (take('?')) return new Step(letters, 0, 1);
        if (!take('{')) return new Step(letters, 1, 1);
        int least = number();
        int most = least;
        if (take(','))
            most = at < text.length() && text.charAt(at) == '}' ? Integer.MAX_VALUE : number();
        gaveUp |= !take('}');
        return new Step(letters, least, most);
    }

    private int number() {
        int start = at;
        while (at < text.length() && at - start < 9 && Character.digit(text.charAt(at), 10) >= 0)
            at++;
        gaveUp |= start == at;
        return start == at ? 0 : Integer.parseInt(text.substring(start, at));
    }

    private boolean take(char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) return false;
        at++;
        return true;
    }
}
