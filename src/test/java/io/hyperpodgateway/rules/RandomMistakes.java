package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes the mistakes that people make, at any depth of a document: always the same ones for one
/// seed.
public final class RandomMistakes {

    private static final List<String> SUPERFLUOUS =
            List.of("Nonesuch", "name", "type", "count", "InstanceCounts", "vpc", "Key");

    /// Members of other places, and of answers.
    private static final List<String> ELSEWHERE =
            List.of(
                    "NodeRecovery",
                    "VolumeSizeInGB",
                    "VolumeKmsKeyId",
                    "KubernetesConfig",
                    "SlurmConfig",
                    "ThreadsPerCore",
                    "Subnets",
                    "SecurityGroupIds",
                    "EbsVolumeConfig",
                    "FsxOpenZfsConfig",
                    "PartitionNames",
                    "ClusterArn",
                    "Status",
                    "TargetCount",
                    "CurrentCount",
                    "Eks");

    private static final List<String> WRAPPERS =
            List.of("CreateClusterRequest", "Properties", "cluster", "x");

    private final Random random;
    private final double rate;

    public RandomMistakes(long seed) {
        this.random = new Random(seed);
        this.rate = 0.02 + random.nextDouble() * 0.3;
    }

    public JsonObject in(JsonObject document) {
        JsonObject mistaken = object(document);
        return random.nextInt(8) > 0 ? mistaken : JsonObject.of(pick(WRAPPERS), mistaken);
    }

    private boolean strikes() {
        return random.nextDouble() < rate;
    }

    private Json value(Json value) {
        return switch (value) {
            case JsonObject object -> object(object);
            case JsonArray(var items) when items.size() == 1 && strikes() -> item(items.getFirst());
            case JsonArray(var items) -> new JsonArray(items.stream().map(this::item).toList());
            case JsonString(var text) -> strikes() ? Json.of(text(text)) : value;
            case JsonNumber(var digits) ->
                    strikes() ? pick(List.of(Json.of(digits), Json.of(0), JsonNull.NULL)) : value;
            case JsonBoolean(var truth) -> strikes() ? Json.of(Boolean.toString(truth)) : value;
            case JsonNull _ -> value;
        };
    }

    private JsonObject object(JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((name, value) -> {
                    if (strikes()) members.put(pick(SUPERFLUOUS), pick(wrong(value)));
                    if (strikes() && strikes()) members.put(pick(ELSEWHERE), pick(right(value)));
                    Json mistaken = name.equals("Tags") && strikes() ? map(value) : value(value);
                    members.put(strikes() ? name(name) : name, mistaken);
                    if (random.nextDouble() < rate / 10) members.put(name(name), value);
                });
        return new JsonObject(members);
    }

    private List<Json> wrong(Json value) {
        return List.of(value, Json.of(1), Json.of("x"), JsonObject.EMPTY, JsonNull.NULL);
    }

    private List<Json> right(Json value) {
        return List.of(
                value,
                Json.of(2),
                Json.of("automatic"),
                Json.of(""),
                JsonObject.EMPTY,
                JsonObject.of("VolumeSizeInGB", Json.of(5)),
                JsonObject.of("labels", JsonObject.of("a", Json.of("b"))),
                new JsonArray(List.of(Json.of("subnet-1"))),
                JsonNull.NULL);
    }

    /// A tag may be a map by itself.
    private Json item(Json item) {
        boolean isTag = item instanceof JsonObject tag && tag.text("Key").isPresent();
        return isTag && strikes() ? map(new JsonArray(List.of(item))) : value(item);
    }

    private static Json map(Json tags) {
        if (!(tags instanceof JsonArray(var items))) return tags;
        var map = new LinkedHashMap<String, Json>();
        for (Json item : items) {
            if (item instanceof JsonObject tag && tag.get("Value").isPresent())
                map.put(tag.text("Key").orElse("x"), tag.get("Value").orElseThrow());
        }
        return new JsonObject(map);
    }

    private String name(String name) {
        if (name.isEmpty()) return "x";
        String snake = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return switch (random.nextInt(7)) {
            case 0 -> snake;
            case 1 -> snake.replace('_', '-');
            case 2 -> name.toLowerCase(Locale.ROOT);
            case 3 -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            default -> slip(name);
        };
    }

    private String text(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 3 -> "";
            case 4 -> text + "d";
            case 5 -> text.replace("ml.", "");
            case 2 -> text.replace('-', '_');
            default -> slip(text);
        };
    }

    private String slip(String text) {
        if (text.length() != text.codePointCount(0, text.length()) || text.isEmpty())
            return text + "x";
        int at = random.nextInt(text.length());
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> before + after;
            case 1 -> before + text.charAt(at) + text.charAt(at) + after;
            default -> before + (char) ('a' + random.nextInt(26)) + after;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
