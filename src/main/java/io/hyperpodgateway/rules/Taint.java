package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One taint that a group sets on its nodes, and its place.
record Taint(JsonPointer pointer, JsonObject document) {

    /// The taints of the group that are objects, in their order.
    static Stream<Taint> of(InstanceGroup group) {
        List<Json> items =
                group.document()
                        .object("KubernetesConfig")
                        .map(config -> config.items("Taints"))
                        .orElse(List.of());
        JsonPointer place = group.pointer().member("KubernetesConfig").member("Taints");
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(i -> taint(place.item(i), items.get(i)).stream());
    }

    private static Optional<Taint> taint(JsonPointer pointer, Json item) {
        return item instanceof JsonObject document
                ? Optional.of(new Taint(pointer, document))
                : Optional.empty();
    }

    Optional<String> key() {
        return document.text("Key");
    }

    Optional<String> effect() {
        return document.text("Effect");
    }
}
