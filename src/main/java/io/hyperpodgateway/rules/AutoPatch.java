package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Set;
import java.util.stream.Stream;

/// The `AutoPatchConfig` of a group, and its place.
record AutoPatch(JsonPointer pointer, JsonObject document) {

    static final String MEMBER = "AutoPatchConfig";
    private static final Set<String> IDLE = Set.of("WhenIdle", "WhenAllIdle");

    /// Those of the request that are objects, in its order.
    static Stream<AutoPatch> of(ClusterRequest request) {
        return request.instanceGroups().stream()
                .flatMap(group ->
                        group.document().object(MEMBER).stream()
                                .map(config ->
                                        new AutoPatch(group.pointer().member(MEMBER), config)));
    }

    /// Whether the strategy is DrainFirst.
    boolean drainsFirst() {
        return document.text("PatchingStrategy").filter("DrainFirst"::equals).isPresent();
    }

    /// Whether the strategy is one of those that wait until nodes are idle. A strategy that is not
    /// known here is neither.
    boolean waitsForIdle() {
        return document.text("PatchingStrategy").filter(IDLE::contains).isPresent();
    }

    /// The place of a member.
    JsonPointer at(String member) {
        return pointer.member(member);
    }
}
