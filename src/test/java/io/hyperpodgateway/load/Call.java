package io.hyperpodgateway.load;

import java.time.Duration;
import java.util.List;

/// One request as it goes over the wire.
///
/// @param path with its query
/// @param headers lines, without those that every request has
/// @param body its bytes; none if it is empty
/// @param pause how long the sender waits in the middle of the body
record Call(
        Kind kind, String method, String path, List<String> headers, byte[] body, Duration pause) {

    Call {
        headers = List.copyOf(headers);
    }

    /// The same, taken for another kind.
    Call as(Kind other) {
        return new Call(other, method, path, headers, body, pause);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    String pathAlone() {
        return path.split("\\?", 2)[0];
    }
}
