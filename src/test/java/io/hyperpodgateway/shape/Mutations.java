package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.rules.SpecDocuments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Good documents with a few changes at random places. The same seed makes the same ones.
final class Mutations {

    private static final int MOST_CHANGES = 5;

    private static final List<Json> VALUES =
            Stream.of(
                            "null",
                            "true",
                            "0",
                            "-1",
                            "3",
                            "1.0",
                            "7000",
                            "1e3",
                            "0.5",
                            "{}",
                            "[]",
                            "99999999999999999999",
                            "''",
                            "'x'",
                            "'a_b'",
                            "'ml.p9.48xlarge'",
                            "[{}]",
                            "'Automatic'",
                            "[null]",
                            "{'Key':'a'}",
                            "{'':''}",
                            "[[[]]]",
                            "'arn:aws:iam::111122223333:role/x'",
                            "'2026-11-23T09:00:00Z'")
                    .map(text -> SpecDocuments.json(text.replace('\'', '"')))
                    .toList();

    private static final List<String> PIECES =
            List.of(
                    "\n",
                    " ",
                    "!",
                    "-",
                    "/",
                    "a",
                    "\u0085",
                    "\u00a0",
                    "é",
                    "\uD83D\uDE00",
                    "\u0000");

    private final Random random;
    private final List<JsonObject> documents;

    Mutations(long seed, List<JsonObject> documents) {
        this.random = new Random(seed);
        this.documents = documents;
    }

    JsonObject next() {
        JsonObject document = one(documents);
        int changes = random.nextInt(1, MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) document = changedWithin(document);
        return document;
    }

    private JsonObject changedWithin(JsonObject object) {
        if (object.members().isEmpty()) return object.with("Nonesuch", one(VALUES));
        String name = one(List.copyOf(object.members().sequencedKeySet()));
        Json member = object.get(name).orElseThrow();
        return switch (random.nextInt(12)) {
            case 0 -> object.without(name);
            case 1 -> object.with(misspelt(name), one(VALUES));
            case 2 -> renamed(object, name);
            case 3 -> object.with(name, changed(member));
            default -> object.with(name, changedBelow(member));
        };
    }

    private Json changedBelow(Json value) {
        return switch (value) {
            case JsonObject object -> changedWithin(object);
            case JsonArray(var items) when !items.isEmpty() -> {
                int at = random.nextInt(items.size());
                var changed = new ArrayList<>(items);
                changed.set(at, changedBelow(items.get(at)));
                yield new JsonArray(changed);
            }
            case Json _ -> changed(value);
        };
    }

    private Json changed(Json value) {
        if (random.nextInt(3) == 0) return one(VALUES);
        return switch (value) {
            case JsonObject object -> object.with("Nonesuch", one(VALUES));
            case JsonArray(var items) -> grown(items);
            case JsonString(var text) -> Json.of(changed(text));
            case JsonNumber number when number.isInteger() -> changed(number);
            case Json _ -> one(VALUES);
        };
    }

    private Json grown(List<Json> items) {
        if (items.isEmpty()) return new JsonArray(List.of(one(VALUES)));
        return new JsonArray(Collections.nCopies(random.nextInt(1, 120), one(items)));
    }

    private Json changed(JsonNumber number) {
        String tail = one(List.of(".0", ".5", "e1", "e0", "E300"));
        return number.asLong()
                .filter(_ -> random.nextBoolean())
                .<Json>map(integer -> Json.of(one(List.of(integer - 1, integer + 1, -integer))))
                .orElse(new JsonNumber(number.digits() + tail));
    }

    private String changed(String text) {
        int characters = text.codePointCount(0, text.length());
        int at = text.offsetByCodePoints(0, random.nextInt(characters + 1));
        return switch (random.nextInt(4)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.substring(0, at);
            case 2 -> text.repeat(random.nextInt(1, 70));
            default -> text.substring(0, at) + one(PIECES) + text.substring(at);
        };
    }

    private JsonObject renamed(JsonObject object, String name) {
        var members = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((key, value) ->
                        members.put(key.equals(name) ? misspelt(name) : key, value));
        return new JsonObject(members);
    }

    private String misspelt(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toLowerCase(Locale.ROOT);
            case 1 -> name + "s";
            case 2 -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
            default -> name.substring(name.isEmpty() ? 0 : 1);
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
