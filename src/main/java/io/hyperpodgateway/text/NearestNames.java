package io.hyperpodgateway.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what somebody may have meant: the known names that differ from the written one by letter
/// case, separators or a few typos.
public final class NearestNames {

    private static final int MOST = 3;

    private static final int SHORTEST_WORD = 3;

    private static final Pattern WORDS =
            Pattern.compile("[_ -]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /// The longest name, in characters, that is compared with others.
    public static final int LONGEST = 100;

    private NearestNames() {}

    /// The end of a sentence on a name that is not known: ", did you mean X or Y?" of the nearest
    /// known ones, nothing if none is near.
    public static String hint(String written, Collection<String> known) {
        return hint(of(written, known));
    }

    /// The end of that sentence, of names that are found already.
    public static String hint(List<String> nearest) {
        return nearest.isEmpty()
                ? ""
                : ", did you mean %s?".formatted(String.join(" or ", nearest));
    }

    /// The nearest of the known names, at most three, in their order; none if none is near. A name
    /// with Min in it is never taken for one with Max, nor the other way round.
    public static List<String> of(String written, Collection<String> known) {
        if (written.length() > LONGEST) return List.of();
        String folded = fold(written);
        int bound = mostTypos(folded);
        var nearest = new ArrayList<String>();
        for (String name : known) {
            int distance = distance(folded, fold(name), bound);
            if (distance < bound) nearest.clear();
            if (distance <= bound) nearest.add(name);
            bound = Math.min(bound, distance);
        }
        nearest.removeIf(name -> isOpposite(folded, fold(name)) || isOtherWord(folded, name));
        return List.copyOf(nearest.subList(0, Math.min(MOST, nearest.size())));
    }

    /// Whether all that differs is one word, and another word is written in its place: `ClusterArn`
    /// is not `ClusterName`.
    private static boolean isOtherWord(String folded, String name) {
        List<String> words = words(name);
        int from = 0;
        int start = 0;
        while (from < words.size() && folded.startsWith(words.get(from), start)) {
            start += words.get(from).length();
            from++;
        }
        int to = words.size();
        int end = folded.length();
        while (to > from
                && end - words.get(to - 1).length() >= start
                && folded.startsWith(words.get(to - 1), end - words.get(to - 1).length())) {
            to--;
            end -= words.get(to).length();
        }
        if (words.size() == to - from) return false;
        String known = String.join("", words.subList(from, to));
        String written = folded.substring(start, end);
        int longer = Math.max(known.length(), written.length());
        boolean areWords = Math.min(known.length(), written.length()) >= SHORTEST_WORD;
        return areWords && distance(written, known, longer) * 2 > longer;
    }

    private static List<String> words(String name) {
        return Stream.of(WORDS.split(name, -1)).map(NearestNames::fold).toList();
    }

    private static boolean isOpposite(String one, String other) {
        return (isLeast(one) && isMost(other)) || (isMost(one) && isLeast(other));
    }

    private static boolean isLeast(String folded) {
        return folded.contains("min") && !folded.contains("max");
    }

    private static boolean isMost(String folded) {
        return folded.contains("max") && !folded.contains("min");
    }

    /// How many typos a word of this length may hold and still be recognised.
    private static int mostTypos(String word) {
        if (word.length() < 5) return 1;
        return word.length() < 9 ? 2 : 3;
    }

    /// The name without what tools write differently: letter case, `_`, `-` and blanks.
    public static String fold(String name) {
        return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /// How many typos make one name of the other, once both are folded; a number above `bound`, if
    /// it is more.
    public static int distanceBetween(String one, String other, int bound) {
        return distance(fold(one), fold(other), bound);
    }

    /// How many letters must be inserted, left out, replaced or swapped with their neighbour to
    /// make one word of the other; more than `bound`, if it is more.
    private static int distance(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) > bound) return bound + 1;
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
                if (isSwap(one, i, other, j)) row[j] = Math.min(row[j], before[j - 2] + 1);
                least = Math.min(least, row[j]);
            }
            if (least > bound) return bound + 1;
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
