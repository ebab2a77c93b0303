package io.hyperpodgateway.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The version of the software, as the build wrote it into the archive.
public final class Version {

    private static final String RESOURCE = "/io/hyperpodgateway/lambda/version.txt";

    private Version() {}

    /// The version, as in `1.2.0`.
    public static String ofThisBuild() {
        try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) throw new IllegalStateException("the archive lacks " + RESOURCE);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
