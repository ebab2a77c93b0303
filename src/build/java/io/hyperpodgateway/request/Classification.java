package io.hyperpodgateway.request;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which members policy knows, for whoever compares them with a service model. `*` stands for the
/// items of an array, `{}` for the values of a map.
public final class Classification {

    private Classification() {}

    /// Whether the text at that path is known to be a reference, or to be none.
    public static boolean knows(String path) {
        return HarmlessMembers.PATHS.contains(path)
                || Stream.of(ReferenceKind.values())
                        .anyMatch(kind -> kind.members().contains(path));
    }

    /// Whether the member names of the object at that path are known to be the caller's own choice.
    public static boolean knowsMap(String path) {
        return HarmlessMembers.MAPS.contains(path);
    }

    /// Every path that is known, of texts and of maps.
    public static SortedSet<String> paths() {
        var paths = new TreeSet<>(HarmlessMembers.PATHS);
        paths.addAll(HarmlessMembers.MAPS);
        Stream.of(ReferenceKind.values())
                .flatMap(kind -> kind.members().stream())
                .forEach(paths::add);
        return paths;
    }
}
