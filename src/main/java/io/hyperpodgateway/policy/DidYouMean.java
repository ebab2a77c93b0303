package io.hyperpodgateway.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which of the known names was meant by one that is not known.
final class DidYouMean {

    private DidYouMean() {}

    /// ", did you mean X?" if a known name is near enough to be meant, else nothing.
    static String hint(String name, Collection<String> known) {
        return nearest(name, known).map(", did you mean %s?"::formatted).orElse("");
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= tolerated(candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    private static int tolerated(String candidate) {
        return Math.max(1, candidate.length() / 3);
    }

    /// How many letters to insert, delete or replace, letter case aside.
    private static int distance(String name, String candidate) {
        // far apart whatever the letters are: not worth comparing a text of any length
        int apart = Math.abs(name.length() - candidate.length());
        if (apart > tolerated(candidate)) return apart;
        String one = name.toLowerCase(Locale.ROOT);
        String other = candidate.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) row = nextRow(row, i, one.charAt(i - 1), other);
        return row[other.length()];
    }

    private static int[] nextRow(int[] above, int i, char letter, String other) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        }
        return row;
    }
}
