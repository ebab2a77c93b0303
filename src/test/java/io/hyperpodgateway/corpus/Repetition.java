package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds parts of a request that a message repeats, as sent and with its escapes resolved.
final class Repetition {

    /// The maximum length of a repeated part, in code points.
    static final int MOST = 100;

    /// A longer part contains at least one whole block of the text, wherever it begins.
    private static final int BLOCK = MOST / 2;

    /// A text of one letter has many equal blocks; some of them suffice.
    private static final int ALIKE = 20;

    private static final char BETWEEN = '\u0001';

    private final int[] sent;
    private final Map<String, List<Integer>> blocks = new HashMap<>();

    private Repetition(int[] sent) {
        this.sent = sent;
        for (int at = 0; at + BLOCK <= sent.length; at += BLOCK) {
            List<Integer> places =
                    blocks.computeIfAbsent(new String(sent, at, BLOCK), _ -> new ArrayList<>());
            if (places.size() < ALIKE) places.add(at);
        }
    }

    static Repetition of(CorpusCase request) {
        var texts = new StringBuilder(new String(request.bytes(), StandardCharsets.UTF_8));
        request.document().ifPresent(document -> collect(document, texts));
        return new Repetition(texts.codePoints().toArray());
    }

    /// The first part of more than a hundred characters that the message repeats.
    Optional<String> in(String message) {
        int[] text = message.codePoints().toArray();
        for (int at = 0; at + BLOCK <= text.length; at++) {
            for (int place : blocks.getOrDefault(new String(text, at, BLOCK), List.of())) {
                int before = alike(text, at, place, -1);
                int length = before + BLOCK + alike(text, at + BLOCK - 1, place + BLOCK - 1, 1);
                if (length > MOST) return Optional.of(new String(text, at - before, length));
            }
        }
        return Optional.empty();
    }

    /// The number of equal characters next to these two, in that direction.
    private int alike(int[] text, int at, int place, int step) {
        int count = 0;
        int here = at + step;
        int there = place + step;
        while (here >= 0
                && there >= 0
                && here < text.length
                && there < sent.length
                && text[here] == sent[there]) {
            count++;
            here += step;
            there += step;
        }
        return count;
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
