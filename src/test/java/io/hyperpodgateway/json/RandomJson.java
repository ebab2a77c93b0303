package io.hyperpodgateway.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values of every kind, with the characters and numbers that are written in more than one way.
final class RandomJson {

    private static final String[] CHARACTERS = {
        "a",
        "Z",
        "0",
        "\"",
        "\\",
        "/",
        "\b",
        "\f",
        "\n",
        "\r",
        "\t",
        "\0",
        "\u000f",
        "\u001f",
        " ",
        "\u007f",
        "\u0080",
        "\u00f6",
        "\u20ac",
        "\u2028",
        "\ud83d\ude00",
        "\ufb33",
        "\uffff",
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1.0",
        "1e0",
        "-1",
        "1E30",
        "4.50",
        "2e-3",
        "0.1",
        "9007199254740993",
        "5e-324",
        "1e21"
    };

    private final RandomGenerator random;

    RandomJson(RandomGenerator random) {
        this.random = random;
    }

    /// @param depth how deep objects and arrays may still be
    JsonObject object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) members.put(string(), value(depth - 1));
        return new JsonObject(members);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonNull.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextLong());
            case 3 -> new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 4 -> new JsonNumber(Double.toString(number()));
            case 5 -> Json.of(string());
            case 6 -> object(depth);
            default -> new JsonArray(array(depth));
        };
    }

    private List<Json> array(int depth) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(4); i > 0; i--) items.add(value(depth - 1));
        return items;
    }

    /// Any double that is a number.
    private double number() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : 0.5;
    }

    private String string() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--)
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        return text.toString();
    }
}
