package io.hyperpodgateway.admission;

import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;

/// A request's body as it arrived.
public final class RequestBody {

    /// No body.
    public static final RequestBody EMPTY = new RequestBody(new byte[0]);

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The body of these bytes.
    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes.clone());
    }

    /// Its size in bytes.
    public int size() {
        return bytes.length;
    }

    /// Lower-case hex SHA-256 of its bytes.
    public String sha256() {
        return Sha256.hex(bytes);
    }

    /// Its bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Its text, for a body that is known to be UTF-8.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
