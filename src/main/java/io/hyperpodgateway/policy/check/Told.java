package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Legible;
import io.hyperpodgateway.policy.match.CommonGlobs;
import io.hyperpodgateway.policy.match.Globs;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How refusals write what is long, so that a whole one stays under 300 characters.
public final class Told {

    private static final int MAX_LISTS = 3;
    private static final int MAX_ITEMS = 10;
    private static final int MAX_VALUE = 100;
    private static final int MAX_LIST = 140;

    private Told() {}

    /// The caller's own value: at most 100 characters, none of which changes how the sentence
    /// around them is read.
    public static String value(String value) {
        if (value.isEmpty()) return "\"\"";
        return Legible.shown(value, MAX_VALUE);
    }

    /// What the operator wrote, as much of it as a sentence bears.
    public static String term(Object term) {
        return Legible.cut(Legible.escaped(term.toString()), MAX_LIST);
    }

    /// The items after each other, as many as a sentence bears and ten at most, with the number of
    /// the others; "nothing" if there are none.
    public static String list(Collection<?> items) {
        return list(items, MAX_LIST);
    }

    /// The same, in about so many characters.
    public static String list(Collection<?> items, int room) {
        if (items.isEmpty()) return "nothing";
        var shown = new StringBuilder();
        int count = 0;
        for (Object item : items) {
            String next = Legible.cut(Legible.escaped(item.toString()), room);
            boolean fits = count == 0 || shown.length() + next.length() <= room;
            if (count == MAX_ITEMS || !fits) break;
            shown.append(count++ > 0 ? ", " : "").append(next);
        }
        int left = items.size() - count;
        return left > 0 ? "%s and %d more".formatted(shown, left) : shown.toString();
    }

    /// What all of the lists have: one list, or the lists that a value has to be on.
    public static String common(CommonGlobs allowed) {
        List<Globs> lists = allowed.lists();
        if (lists.size() == 1 && allowed.others() == 0) return list(lists.getFirst().globs());
        List<Globs> shown = lists.subList(0, Math.min(MAX_LISTS, lists.size()));
        int left = lists.size() - shown.size() + allowed.others();
        return "what is on each of these lists: "
                + shown.stream()
                        .map(one -> "[%s]".formatted(list(one.globs(), MAX_LIST / shown.size())))
                        .collect(Collectors.joining(", "))
                + (left > 0 ? " and %d more".formatted(left) : "");
    }
}
