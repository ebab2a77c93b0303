package io.hyperpodgateway.shape;

import io.hyperpodgateway.text.NearestNames;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Tells a typo from another word: `InstnaceTyp` is InstanceType, but `MaxInstanceCount` is not
/// MinInstanceCount and `VolumeSizeInMB` not VolumeSizeInGB.
final class Typo {

    private static final int MOST_EDITS = 2;

    /// Short words and units turn into others by one letter.
    private static final int SHORTEST_WORD = 4;

    /// A name in which one letter may be another, or in which there may be two edits.
    private static final int LONG = 8;

    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final String written;
    private final String known;
    private final String[] words;

    private Typo(String written, String known) {
        this.written = NearestNames.fold(written);
        this.known = NearestNames.fold(known);
        this.words = WORDS.split(known);
    }

    /// Whether the written name can hardly be anything but the known one, mistyped.
    static boolean isCertain(String written, String known) {
        int edits = NearestNames.distanceBetween(written, known, MOST_EDITS);
        return edits <= MOST_EDITS && new Typo(written, known).isCertain(edits);
    }

    private boolean isCertain(int edits) {
        if (known.length() < (edits == 1 ? SHORTEST_WORD : LONG)) return false;
        if (hasSameLetters()) return true;
        boolean isOtherLetters = written.length() == known.length();
        if (isOtherLetters && (edits > 1 || known.length() < LONG)) return false;
        return touchesLongWordsOnly();
    }

    private boolean hasSameLetters() {
        return Arrays.equals(written.chars().sorted().toArray(), known.chars().sorted().toArray());
    }

    private boolean touchesLongWordsOnly() {
        int first = firstDifference();
        int end = Math.max(first, endOfDifference(first));
        int start = 0;
        for (String word : words) {
            int next = start + word.length();
            boolean touched = start <= Math.max(first, end - 1) && next > Math.max(first - 1, 0);
            if (touched && word.length() < SHORTEST_WORD) return false;
            start = next;
        }
        return true;
    }

    private int firstDifference() {
        int shorter = Math.min(written.length(), known.length());
        int first = 0;
        while (first < shorter && written.charAt(first) == known.charAt(first)) first++;
        return first;
    }

    private int endOfDifference(int first) {
        int end = known.length();
        int other = written.length();
        while (end > first && other > first && known.charAt(end - 1) == written.charAt(other - 1)) {
            end--;
            other--;
        }
        return end;
    }
}
