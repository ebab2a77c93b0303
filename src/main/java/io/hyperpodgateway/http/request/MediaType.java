package io.hyperpodgateway.http.request;

import io.hyperpodgateway.json.Legible;
import io.hyperpodgateway.spec.Wording;

import java.util.Locale;
import java.util.Optional;

/// Whether a body's media type is the one that is taken: `application/json` in UTF-8, not encoded
/// any further.
public final class MediaType {

    private static final int MAX_SHOWN = 80;

    private MediaType() {}

    /// What is wrong with the header `Content-Type`, if anything is. Parameters are ignored, but
    /// for a charset.
    public static Optional<String> flaw(Optional<String> contentType) {
        if (contentType.isEmpty())
            return Optional.of("Content-Type is missing, application/json is expected");
        String[] parts = contentType.get().toLowerCase(Locale.ROOT).split(";", -1);
        if (parts.length == 0 || !parts[0].strip().equals("application/json")) {
            return Optional.of(
                    "Content-Type is \"%s\", application/json is expected"
                            .formatted(Legible.cut(contentType.get(), MAX_SHOWN)));
        }
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2
                    && parameter[0].strip().equals("charset")
                    && !isUtf8(parameter[1].strip())) {
                return Optional.of("Content-Type names a charset other than utf-8");
            }
        }
        return Optional.empty();
    }

    /// What is wrong with the header `Content-Encoding`, if anything is: a body is read as it comes
    /// (RFC 9110, section 8.4).
    public static Optional<String> encodingFlaw(Optional<String> contentEncoding) {
        return contentEncoding
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
                .map(coding ->
                        "Content-Encoding is %s, the body is expected without one"
                                .formatted(Wording.quoted(coding)));
    }

    private static boolean isUtf8(String charset) {
        return charset.equals("utf-8") || charset.equals("\"utf-8\"");
    }
}
