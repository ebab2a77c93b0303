package io.hyperpodgateway.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The routing of a request by method and path.
sealed interface Routing {

    /// The path and the method belong to a route.
    ///
    /// @param parameter the path's last segment
    record FoundRoute(Route route, String parameter) implements Routing {}

    /// The path exists, but not with this method.
    ///
    /// @param allowed the methods that exist, as in the header `Allow`
    record WrongMethod(String allowed) implements Routing {}

    record NoSuchPath() implements Routing {}

    /// Routes a request. A trailing slash makes no difference.
    static Routing of(String method, String path) {
        List<String> segments = segments(path);
        List<Route> there =
                Arrays.stream(Route.values()).filter(route -> route.matches(segments)).toList();
        if (there.isEmpty()) return new NoSuchPath();
        Optional<Route> route =
                there.stream().filter(candidate -> candidate.method().equals(method)).findFirst();
        if (route.isPresent()) return new FoundRoute(route.get(), segments.getLast());
        return new WrongMethod(String.join(", ", there.stream().map(Route::method).toList()));
    }

    private static List<String> segments(String path) {
        String whole =
                path.length() > 1 && path.endsWith("/") && !path.endsWith("//")
                        ? path.substring(0, path.length() - 1)
                        : path;
        return whole.startsWith("/") ? List.of(whole.substring(1).split("/", -1)) : List.of();
    }
}
