package io.hyperpodgateway.e2e;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;

/// The largest valid request: 256 KiB with a hundred groups, whose labels and scripts have random
/// names that compress badly.
final class LargestLegalRequest {

    private static final int BYTES = 256 * 1024;
    private static final int GROUPS = 100;
    private static final int LABELS = 50;
    private static final int LABEL_NAME = 63;
    private static final int URI = 1_024;
    private static final int FILE_NAME = 128;
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random = new Random(4);
    private final JsonObject usual;

    private LargestLegalRequest(JsonObject usual) {
        this.usual = usual;
    }

    /// Exactly 256 KiB in UTF-8, always the same.
    static String text() {
        return new LargestLegalRequest(Events.body(Events.named("create-eks"))).fill();
    }

    private String fill() {
        JsonObject request = usual.with("ClusterName", Json.of("largest"));
        var groups = new ArrayList<Json>();
        for (int i = 0; i < GROUPS; i++) groups.add(group(i));
        int left = BYTES - size(request.with("InstanceGroups", new JsonArray(groups)));
        for (int i = 0; i < GROUPS; i++) {
            groups.set(i, labelled((JsonObject) groups.get(i), left / (GROUPS - i)));
            left = BYTES - size(request.with("InstanceGroups", new JsonArray(groups)));
        }
        String text = request.with("InstanceGroups", new JsonArray(groups)).toText();
        return text + " ".repeat(left);
    }

    private JsonObject group(int index) {
        JsonObject group = (JsonObject) usual.items("InstanceGroups").getFirst();
        JsonObject scripts = group.object("LifeCycleConfig").orElseThrow();
        String source = scripts.text("SourceS3Uri").orElseThrow();
        return group.with("InstanceGroupName", Json.of("group-" + index))
                .with("InstanceCount", Json.of(0))
                .with(
                        "LifeCycleConfig",
                        scripts.with(
                                        "SourceS3Uri",
                                        Json.of(source + printable(URI - source.length())))
                                .with("OnCreate", Json.of(name(FILE_NAME))));
    }

    /// The group with labels of at most that many bytes.
    private JsonObject labelled(JsonObject group, int room) {
        JsonObject labels = JsonObject.EMPTY;
        int before = size(group);
        for (int i = 0; i < LABELS; i++) {
            JsonObject more = labels.with(name(LABEL_NAME), Json.of(name(LABEL_NAME)));
            if (size(with(group, more)) - before > room) break;
            labels = more;
        }
        return with(group, labels);
    }

    private static JsonObject with(JsonObject group, JsonObject labels) {
        return group.with("KubernetesConfig", JsonObject.of("Labels", labels));
    }

    /// A bucket's prefix may contain any characters.
    private String printable(int length) {
        return random.ints('!', 0x7f)
                .filter(c -> "\"/:#\\".indexOf(c) < 0)
                .limit(length)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String name(int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static int size(JsonObject document) {
        return document.toText().getBytes(StandardCharsets.UTF_8).length;
    }
}
