package io.hyperpodgateway.model;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonString;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Moments as a document may spell them: epoch seconds, fractions allowed, or ISO 8601 with an
/// offset. They are read as epoch seconds, cut to the milliseconds that the wire carries.
public final class Timestamps {

    /// What is allowed, in words.
    public static final String RANGE = "a moment of the years 1970 to 9999";

    public static final BigDecimal END = BigDecimal.valueOf(253_402_300_800L);
    private static final int MILLISECONDS = 3;
    private static final int LONGEST_TEXT = 64;

    private Timestamps() {}

    /// The epoch seconds that the value spells, if it spells any.
    public static Optional<BigDecimal> epochSeconds(Json value) {
        return switch (value) {
            case JsonNumber(var digits) -> Optional.of(ofNumber(digits));
            case JsonString(var text) when text.length() <= LONGEST_TEXT -> ofText(text);
            case Json _ -> Optional.empty();
        };
    }

    /// Whether these epoch seconds lie within the years 1970 to 9999.
    public static boolean isInRange(BigDecimal seconds) {
        return seconds.signum() >= 0 && seconds.compareTo(END) < 0;
    }

    /// The seconds as a JSON number, without exponent.
    public static JsonNumber toJson(BigDecimal seconds) {
        return new JsonNumber(seconds.stripTrailingZeros().toPlainString());
    }

    /// By way of a double: it holds milliseconds up to the year 9999, and no text takes it long.
    private static BigDecimal ofNumber(String digits) {
        double seconds = Double.parseDouble(digits);
        double finite = Math.clamp(seconds, -Double.MAX_VALUE, Double.MAX_VALUE);
        return cut(BigDecimal.valueOf(finite));
    }

    private static Optional<BigDecimal> ofText(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            return Optional.of(
                    cut(
                            BigDecimal.valueOf(moment.getEpochSecond())
                                    .add(BigDecimal.valueOf(moment.getNano(), 9))));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static BigDecimal cut(BigDecimal seconds) {
        return seconds.setScale(MILLISECONDS, RoundingMode.FLOOR);
    }
}
