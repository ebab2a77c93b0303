package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.document.DocumentReader;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.TextPlace;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads policy documents, YAML 1.2 or JSON, strictly: what is not understood to the last member is
/// refused, with every mistake and its place.
public final class PolicyReader {

    /// As long as a document may be, in bytes of UTF-8: 1 MiB.
    public static final int MAX_BYTES = 1 << 20;

    private PolicyReader() {}

    /// Reads a document. Whatever the text is, the answer is a value and not an exception.
    ///
    /// @param model what requests may ask for: a document about something else has a mistake
    public static Reading<Policy, Mistake> read(String text, ServiceModel model) {
        return read(text, text.getBytes(StandardCharsets.UTF_8), model);
    }

    /// Reads a document in UTF-8.
    ///
    /// @param model what requests may ask for: a document about something else has a mistake
    public static Reading<Policy, Mistake> read(byte[] utf8, ServiceModel model) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        return result.isError() && utf8.length <= MAX_BYTES
                ? refused(
                        "not-utf-8",
                        TextPlace.after(text.toString()),
                        "the document is not valid UTF-8")
                : read(text.toString(), utf8, model);
    }

    private static Reading<Policy, Mistake> read(String text, byte[] utf8, ServiceModel model) {
        if (utf8.length > MAX_BYTES)
            return refused(
                    "length",
                    TextPlace.START,
                    "the document has more than the %d bytes that are read".formatted(MAX_BYTES));
        return DocumentReader.read(text, model)
                .map(document -> new Policy(document, text, Sha256.hex(utf8)));
    }

    private static Reading<Policy, Mistake> refused(String rule, TextPlace place, String message) {
        return new Reading.Refused<>(
                List.of(new Mistake(rule, Level.ERROR, place.line(), place.column(), message)));
    }
}
