package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Optional;
import java.util.stream.Stream;

/// The `LifeCycleConfig` of an instance group, and its place.
record LifecycleConfig(JsonPointer pointer, JsonObject document) {

    static final String MEMBER = "LifeCycleConfig";
    static final String SOURCE = "SourceS3Uri";
    static final String ON_CREATE = "OnCreate";
    static final String ON_INIT_COMPLETE = "OnInitComplete";

    /// Those of the request that are objects, in its order.
    static Stream<LifecycleConfig> of(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(group -> of(group).stream());
    }

    /// That of the group, if it is an object.
    static Optional<LifecycleConfig> of(InstanceGroup group) {
        return group.document()
                .object(MEMBER)
                .map(document -> new LifecycleConfig(group.pointer().member(MEMBER), document));
    }

    /// Whether it has no members at all.
    boolean isEmpty() {
        return document.members().isEmpty();
    }

    /// Whether it has that member, of whatever type.
    boolean has(String member) {
        return document.members().containsKey(member);
    }

    /// Whether it names a script.
    boolean hasScript() {
        return has(ON_CREATE) || has(ON_INIT_COMPLETE);
    }

    /// Where the scripts are, if that is a string.
    Optional<String> source() {
        return document.text(SOURCE);
    }

    /// The names of its scripts that are strings.
    Stream<String> scripts() {
        return Stream.of(ON_CREATE, ON_INIT_COMPLETE).flatMap(name -> document.text(name).stream());
    }

    /// The place of a member.
    JsonPointer at(String member) {
        return pointer.member(member);
    }
}
