package io.hyperpodgateway.request;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A file system that a group mounts: an `FsxLustreConfig` or `FsxOpenZfsConfig`.
///
/// @param member which of the two it is
public record MountedFileSystem(String member, Section section) {

    private static final Map<String, String> DEFAULT_PATHS =
            Map.of("FsxLustreConfig", "/fsx", "FsxOpenZfsConfig", "/home");

    public MountedFileSystem {
        Objects.requireNonNull(member);
        Objects.requireNonNull(section);
    }

    /// Those of one item of `InstanceStorageConfigs`, in its order.
    static Stream<MountedFileSystem> of(Section config) {
        return config.json().members().keySet().stream()
                .filter(DEFAULT_PATHS::containsKey)
                .flatMap(member ->
                        config.section(member).stream()
                                .map(section -> new MountedFileSystem(member, section)));
    }

    /// Its place.
    public JsonPointer pointer() {
        return section.pointer();
    }

    /// Where it is mounted, AWS's default if nothing else is set; empty if that cannot be read.
    /// Slashes that make no difference are left out.
    public Optional<String> mountPath() {
        if (!section.has("MountPath"))
            return Optional.of(Objects.requireNonNull(DEFAULT_PATHS.get(member)));
        return section.text("MountPath").map(MountedFileSystem::plain);
    }

    private static String plain(String path) {
        String single = path.replaceAll("/++", "/");
        return single.length() > 1 && single.endsWith("/")
                ? single.substring(0, single.length() - 1)
                : single;
    }
}
