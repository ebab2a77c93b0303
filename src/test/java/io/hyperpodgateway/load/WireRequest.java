package io.hyperpodgateway.load;

import java.time.Duration;
import java.util.List;

/// A request on the wire.
///
/// @param path with its query
/// @param headers lines, without the common ones
/// @param body may be empty
/// @param pause how long the sender waits in the middle of the body
record WireRequest(
        RequestKind requestKind,
        String method,
        String path,
        List<String> headers,
        byte[] body,
        Duration pause) {

    WireRequest {
        headers = List.copyOf(headers);
    }

    /// The same request, as another kind.
    WireRequest as(RequestKind other) {
        return new WireRequest(other, method, path, headers, body, pause);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    String pathAlone() {
        return path.split("\\?", 2)[0];
    }
}
