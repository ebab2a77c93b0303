package io.hyperpodgateway.drift.file;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A `service-2.json` on disk, plain or gzipped.
///
/// @param model its content
/// @param date its own date, if it was reduced here; otherwise when it was gzipped (RFC 1952) or
///   last modified
public record ModelFile(Model model, LocalDate date) {

    /// The largest model, in bytes: twenty times today's.
    private static final int MAX_SIZE = 64 * 1024 * 1024;

    private static final int GZIP = 0x1f8b;
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TIME = 4;

    /// Reads a model from a file.
    ///
    /// @throws UnusableModelException if it cannot be read or is no model of SageMaker, with the
    ///   file's name
    public static ModelFile read(Path file) throws UnusableModelException {
        if (Files.notExists(file)) throw new UnusableModelException(file + " does not exist");
        if (!Files.isRegularFile(file)) throw new UnusableModelException(file + " is not a file");
        try {
            byte[] stored = bytes(Files.newInputStream(file));
            Model model = Model.of(document(isGzip(stored) ? unpacked(stored) : stored));
            return new ModelFile(model, date(model, stored, file));
        } catch (UnusableModelException e) {
            throw new UnusableModelException(file + " " + e.getMessage());
        } catch (IOException e) {
            throw new UnusableModelException("%s cannot be read: %s".formatted(file, e));
        }
    }

    private static byte[] unpacked(byte[] stored) throws IOException, UnusableModelException {
        return bytes(new GZIPInputStream(new ByteArrayInputStream(stored)));
    }

    private static byte[] bytes(InputStream source) throws IOException, UnusableModelException {
        try (source) {
            byte[] bytes = source.readNBytes(MAX_SIZE + 1);
            if (bytes.length <= MAX_SIZE) return bytes;
            throw new UnusableModelException("is larger than %d bytes".formatted(MAX_SIZE));
        }
    }

    private static JsonObject document(byte[] text) throws UnusableModelException {
        return switch (JsonReader.read(text)) {
            case Reading.Read(JsonObject document) -> document;
            case Reading.Read(var other) ->
                    throw new UnusableModelException(
                            "is no service model: it holds " + other.kind());
            case Reading.Refused(var flaws) ->
                    throw new UnusableModelException(
                            "is no service model: " + flaws.getFirst().message());
        };
    }

    private static LocalDate date(Model model, byte[] stored, Path file)
            throws IOException, UnusableModelException {
        Optional<String> own = model.metadata().text(Reduction.DATE);
        if (own.isPresent()) return day(own.get());
        Optional<Instant> gzipped = isGzip(stored) ? gzipTime(stored) : Optional.empty();
        Instant time = gzipped.orElse(Files.getLastModifiedTime(file).toInstant());
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static LocalDate day(String text) throws UnusableModelException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new UnusableModelException("bears the date %s, which is none".formatted(text));
        }
    }

    private static boolean isGzip(byte[] stored) {
        return stored.length >= GZIP_HEADER && ByteBuffer.wrap(stored).getChar() == GZIP;
    }

    /// The time of compression; 0 means none.
    private static Optional<Instant> gzipTime(byte[] stored) {
        int seconds = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(GZIP_TIME);
        return seconds == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)));
    }
}
