package io.hyperpodgateway.admission;

import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;

/// A request's body as it arrived.
public final class RequestBody {

    public static final RequestBody EMPTY = new RequestBody(new byte[0]);

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes.clone());
    }

    /// The size in bytes.
    public int size() {
        return bytes.length;
    }

    /// The lower-case hex SHA-256 of the bytes.
    public String sha256() {
        return Sha256.hex(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The text of a body that is known to be UTF-8.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
