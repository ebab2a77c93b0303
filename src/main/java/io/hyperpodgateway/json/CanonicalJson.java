package io.hyperpodgateway.json;

import org.erdtman.jcs.JsonCanonicalizer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The canonical form of a JSON document (RFC 8785): one text for one value, however it was
/// written.
public final class CanonicalJson {

    private CanonicalJson() {}

    /// The document's canonical form, in UTF-8. Numbers are taken as IEEE 754 doubles, as the RFC
    /// has it.
    ///
    /// @throws IllegalArgumentException if a number is beyond what a double holds
    public static byte[] of(JsonObject document) {
        try {
            return new JsonCanonicalizer(document.toText()).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("no canonical form: " + e.getMessage(), e);
        }
    }

    /// Lower-case hex SHA-256 of the document's canonical form.
    public static String sha256(JsonObject document) {
        return Sha256.hex(of(document));
    }

    /// The canonical form as text.
    public static String textOf(JsonObject document) {
        return new String(of(document), StandardCharsets.UTF_8);
    }
}
