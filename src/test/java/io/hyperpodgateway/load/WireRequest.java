package io.hyperpodgateway.load;

import java.time.Duration;
import java.util.List;

/// One request as it goes over the wire.
///
/// @param path with its query
/// @param headers lines, without those that every request has
/// @param body its bytes; none if it is empty
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

    /// The same, taken for another kind.
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
