package io.hyperpodgateway.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Texts of more than 4 KiB in UTF-8, which are stored gzipped (RFC 1952).
public final class LongText {

    /// The suffix of the attribute's name if its text is stored gzipped.
    public static final String SUFFIX = "Gzip";

    private static final int LONGEST_PLAIN = 4096;

    /// Far above the gateway's own texts; a forged item may unpack to a thousand times its size.
    private static final int LONGEST_UNPACKED = 8 << 20;

    private LongText() {}

    /// Whether the text is stored gzipped.
    public static boolean isLong(String text) {
        return text.length() > LONGEST_PLAIN || utf8(text).length > LONGEST_PLAIN;
    }

    public static byte[] gzip(String text) {
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped)) {
            stream.write(utf8(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /// Decompresses a text.
    ///
    /// @throws UncheckedIOException if the bytes are not gzipped, or the text is longer than 8 MiB
    public static String gunzip(byte[] zipped) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            byte[] text = stream.readNBytes(LONGEST_UNPACKED + 1);
            if (text.length > LONGEST_UNPACKED) {
                throw new IOException("a text of over %d bytes".formatted(LONGEST_UNPACKED));
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
