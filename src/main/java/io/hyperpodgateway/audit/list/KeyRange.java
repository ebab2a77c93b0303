package io.hyperpodgateway.audit.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// A stretch of the list, by list keys: `{at}#{requestId}`, of which the time alone is the lowest
/// of its millisecond. Texts of that form are in the order of their times.
///
/// @param from the lowest key, inclusive
/// @param below the highest, exclusive
public record KeyRange(String from, String below) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int DAY = "yyyy-MM-dd".length();

    /// The requests that began in a time, to the last nanosecond: those of the record have whole
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

    /// What is left of this stretch below a key.
    public KeyRange below(String key) {
        return key.compareTo(below) < 0 ? new KeyRange(from, key) : this;
    }

    /// Whether no key can lie in it.
    public boolean isEmpty() {
        return from.compareTo(below) >= 0;
    }

    /// Whether a key lies in it.
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

    /// The lowest key of a day.
    public static String startOf(LocalDate day) {
        return AT.format(day.atStartOfDay(ZoneOffset.UTC));
    }
}
