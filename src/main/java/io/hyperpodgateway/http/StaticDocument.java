package io.hyperpodgateway.http;

import io.hyperpodgateway.text.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// A document in the archive. It is read by the first request for it, so that other starts of the
/// function do not pay for it.
final class StaticDocument {

    /// For editors and browsers: long enough to save most requests, short enough to notice a new
    /// release soon.
    private static final String FRESHNESS = "public, max-age=300";

    private final String resource;
    private final String type;
    private Optional<Content> content = Optional.empty();

    /// @param tag the strong entity tag, quotes included (RFC 9110, section 8.8.3)
    private record Content(String text, String tag) {}

    /// @param resource its path on the class path
    /// @param type its media type
    StaticDocument(String resource, String type) {
        this.resource = resource;
        this.type = type;
    }

    /// The document, or 304 if the client's copy is current.
    ///
    /// @param ifNoneMatch the header `If-None-Match`: entity tags, or `*`
    HttpAnswer answer(Optional<String> ifNoneMatch) {
        Content there = content();
        boolean known = ifNoneMatch.filter(tags -> matches(tags, there.tag())).isPresent();
        HttpAnswer answer = known ? HttpAnswer.notModified() : HttpAnswer.text(type, there.text());
        return answer.with("Cache-Control", FRESHNESS).with("ETag", there.tag());
    }

    /// Weak comparison (RFC 9110, section 13.1.2).
    private static boolean matches(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private synchronized Content content() {
        if (content.isEmpty()) content = Optional.of(read());
        return content.get();
    }

    private Content read() {
        try (InputStream file = StaticDocument.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(file, resource).readAllBytes();
            return new Content(
                    new String(bytes, StandardCharsets.UTF_8), '"' + Sha256.hex(bytes) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be read: " + resource, e);
        }
    }
}
