package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds what a message repeats of the request that it is about, as sent and as it reads once its
/// escapes are resolved.
final class Repetition {

    /// As many characters, in code points, as a message may repeat at a stretch.
    static final int MOST = 100;

    private static final int STEP = MOST / 2;
    private static final char BETWEEN = '\uFFFF';

    private final String sent;

    private Repetition(String sent) {
        this.sent = sent;
    }

    static Repetition of(CorpusCase request) {
        var texts = new StringBuilder(new String(request.bytes(), StandardCharsets.UTF_8));
        request.document().ifPresent(document -> collect(document, texts));
        return new Repetition(texts.toString());
    }

    /// The first stretch of more than a hundred characters that the message repeats.
    Optional<String> in(String message) {
        int[] points = message.codePoints().toArray();
        for (int from = 0; from + STEP <= points.length; from += STEP) {
            if (!sent.contains(new String(points, from, STEP))) continue;
            int last = Math.min(from, points.length - MOST - 1);
            for (int start = Math.max(0, from - STEP); start <= last; start++) {
                String stretch = new String(points, start, MOST + 1);
                if (sent.contains(stretch)) return Optional.of(stretch);
            }
        }
        return Optional.empty();
    }

    private static void collect(Json value, StringBuilder texts) {
        switch (value) {
            case JsonObject object ->
                    object.members()
                            .forEach((name, member) -> {
                                texts.append(BETWEEN).append(name);
                                collect(member, texts);
                            });
            case JsonArray(var items) -> items.forEach(item -> collect(item, texts));
            case JsonString(var text) -> texts.append(BETWEEN).append(text);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }
}
