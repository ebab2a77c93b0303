package io.hyperpodgateway.http.request;

import io.hyperpodgateway.text.Excerpt;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Checks a body's media type: `application/json` or the name that AWS's own clients use, in UTF-8,
/// without content encoding.
public final class MediaType {

    private static final int MAX_SHOWN = 80;

    private static final Set<String> TAKEN =
            Set.of("application/json", "application/x-amz-json-1.1");

    private static final String ADVICE = "; send the header Content-Type: application/json";

    private MediaType() {}

    /// What is wrong with the header `Content-Type`. Parameters other than `charset` are ignored.
    public static Optional<String> validate(Optional<String> contentType) {
        if (contentType.isEmpty()) return Optional.of("Content-Type is missing" + ADVICE);
        String[] parts = contentType.get().toLowerCase(Locale.ROOT).split(";", -1);
        if (parts.length == 0 || !TAKEN.contains(parts[0].strip())) {
            return Optional.of(
                    "Content-Type is \"%s\"%s"
                            .formatted(Excerpt.cut(contentType.get(), MAX_SHOWN), ADVICE));
        }
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2
                    && parameter[0].strip().equals("charset")
                    && !isUtf8(parameter[1].strip())) {
                return Optional.of("Content-Type names a charset other than utf-8" + ADVICE);
            }
        }
        return Optional.empty();
    }

    /// What is wrong with the header `Content-Encoding`; encoded bodies are not decoded (RFC 9110,
    /// section 8.4).
    public static Optional<String> validateEncoding(Optional<String> contentEncoding) {
        return contentEncoding
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
                .map(coding ->
                        "Content-Encoding is %s; leave it out, send the body as it is and the header Content-Type: application/json"
                                .formatted(Excerpt.quoted(coding)));
    }

    private static boolean isUtf8(String charset) {
        return charset.equals("utf-8") || charset.equals("\"utf-8\"");
    }
}
