package io.hyperpodgateway.audit.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// A range of list keys: `{at}#{requestId}`; a time alone is the lowest key of its millisecond.
/// These keys sort in order of time.
///
/// @param from the lowest key, inclusive
/// @param below the highest key, exclusive
public record KeyRange(String from, String below) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int DAY = "yyyy-MM-dd".length();

    /// The range of the requests that began in a period. Times in the record are whole
    /// milliseconds.
    ///
    /// @param from inclusive; years 0 to 9999
    /// @param to exclusive; years 0 to 9999
    public static KeyRange of(Instant from, Instant to) {
        return new KeyRange(key(from), key(to));
    }

    private static String key(Instant time) {
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return AT.format(millis.equals(time) ? millis : millis.plusMillis(1));
    }

    /// The part of this range below a key.
    public KeyRange below(String key) {
        return key.compareTo(below) < 0 ? new KeyRange(from, key) : this;
    }

    public boolean isEmpty() {
        return from.compareTo(below) >= 0;
    }

    public boolean contains(String key) {
        return from.compareTo(key) <= 0 && key.compareTo(below) < 0;
    }

    public LocalDate firstDay() {
        return LocalDate.parse(from.substring(0, DAY));
    }

    /// The day of the highest keys.
    public LocalDate lastDay() {
        return LocalDate.parse(below.substring(0, DAY));
    }

    public static String startOf(LocalDate day) {
        return AT.format(day.atStartOfDay(ZoneOffset.UTC));
    }
}
