package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A file system that a group mounts: an `FsxLustreConfig` or `FsxOpenZfsConfig`, and its place.
///
/// @param member which of the two it is
/// @param pointer its place in the request
/// @param document its members
record FileSystem(String member, JsonPointer pointer, JsonObject document) {

    private static final String LUSTRE = "FsxLustreConfig";
    private static final String OPEN_ZFS = "FsxOpenZfsConfig";
    private static final Map<String, String> DEFAULT_PATHS =
            Map.of(LUSTRE, "/fsx", OPEN_ZFS, "/home");

    /// Those of the group that are objects, in its order.
    static Stream<FileSystem> of(InstanceGroup group) {
        return StorageConfig.of(group).stream().flatMap(FileSystem::of);
    }

    private static Stream<FileSystem> of(StorageConfig config) {
        return config.document().members().keySet().stream()
                .filter(DEFAULT_PATHS::containsKey)
                .flatMap(member ->
                        config.document().object(member).stream()
                                .map(document ->
                                        new FileSystem(
                                                member,
                                                config.pointer().member(member),
                                                document)));
    }

    /// Where it is mounted, by default if nothing else is said; empty if that cannot be read.
    /// Slashes that make no difference are left out.
    Optional<String> mountPath() {
        if (document.get("MountPath").isEmpty()) return Optional.of(defaultPath());
        return document.text("MountPath").map(FileSystem::plain);
    }

    private String defaultPath() {
        return Objects.requireNonNull(DEFAULT_PATHS.get(member));
    }

    private static String plain(String path) {
        String single = path.replaceAll("/++", "/");
        return single.length() > 1 && single.endsWith("/")
                ? single.substring(0, single.length() - 1)
                : single;
    }
}
