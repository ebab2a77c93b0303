package io.hyperpodgateway.audit.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// An hour in UTC.
///
/// @param start its first instant
public record Hour(Instant start) implements Comparable<Hour> {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);
    private static final Pattern LOOK = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}");

    public Hour {
        if (!start.equals(start.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("%s is no whole hour".formatted(start));
        }
    }

    /// The hour that contains this instant.
    public static Hour of(Instant instant) {
        return new Hour(Objects.requireNonNull(instant).truncatedTo(ChronoUnit.HOURS));
    }

    /// Parses an event's attribute `hour`.
    ///
    /// @param text `yyyy-MM-dd'T'HH`
    /// @return empty if it has another form
    public static Optional<Hour> parse(String text) {
        if (!LOOK.matcher(text).matches()) return Optional.empty();
        try {
            // Java accepts hour 24, as the first of the next day
            return Optional.of(new Hour(Instant.parse(text + ":00:00Z")))
                    .filter(hour -> hour.toString().equals(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// That many hours later, or earlier if negative.
    public Hour plus(long hours) {
        return new Hour(start.plus(Duration.ofHours(hours)));
    }

    /// The number of hours from another to this one; negative if this one is earlier.
    public long after(Hour other) {
        return ChronoUnit.HOURS.between(other.start, start);
    }

    @Override
    public int compareTo(Hour other) {
        return start.compareTo(other.start);
    }

    /// `yyyy-MM-dd'T'HH`, as in an event's attribute `hour`.
    @Override
    public String toString() {
        return FORM.format(start);
    }
}
