package io.hyperpodgateway.shape;

import io.hyperpodgateway.text.NearestNames;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Tells a slip of the finger from another word: `InstnaceTyp` is InstanceType, but
/// `MaxInstanceCount` is not MinInstanceCount and `VolumeSizeInMB` not VolumeSizeInGB.
final class Slip {

    private static final int MOST = 2;

    /// Short words and units turn into others by one letter.
    private static final int SHORTEST_WORD = 4;

    /// A name in which one letter may be another, and one in which there may be two slips.
    private static final int LONG = 8;

    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final String written;
    private final String meant;
    private final String[] words;

    private Slip(String written, String meant) {
        this.written = NearestNames.fold(written);
        this.meant = NearestNames.fold(meant);
        this.words = WORDS.split(meant);
    }

    /// Whether the name can hardly be anything but this one, mistyped.
    static boolean isCertain(String written, String meant) {
        int slips = NearestNames.slipsBetween(written, meant, MOST);
        return slips <= MOST && new Slip(written, meant).isCertain(slips);
    }

    private boolean isCertain(int slips) {
        if (meant.length() < (slips == 1 ? SHORTEST_WORD : LONG)) return false;
        if (hasSameLetters()) return true;
        boolean isOtherLetters = written.length() == meant.length();
        if (isOtherLetters && (slips > 1 || meant.length() < LONG)) return false;
        return touchesLongWordsOnly();
    }

    private boolean hasSameLetters() {
        return Arrays.equals(written.chars().sorted().toArray(), meant.chars().sorted().toArray());
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
        int shorter = Math.min(written.length(), meant.length());
        int first = 0;
        while (first < shorter && written.charAt(first) == meant.charAt(first)) first++;
        return first;
    }

    private int endOfDifference(int first) {
        int end = meant.length();
        int other = written.length();
        while (end > first && other > first && meant.charAt(end - 1) == written.charAt(other - 1)) {
            end--;
            other--;
        }
        return end;
    }
}
