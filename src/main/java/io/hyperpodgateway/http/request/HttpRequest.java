package io.hyperpodgateway.http.request;

import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.identity.Identity;

import java.util.Objects;

/// A request as the front door hands it in.
///
/// @param method GET, POST and so on
/// @param path the path, decoded
/// @param query the query as sent, without `?`; empty if there is none
/// @param headers the header fields
/// @param body the body, decoded from base64 where the event had it so
/// @param identity who the authorizer says is asking
/// @param source where it came from
/// @param deadline how much time there is
public record HttpRequest(
        String method,
        String path,
        String query,
        Headers headers,
        RequestBody body,
        Identity identity,
        RequestSource source,
        Deadline deadline) {

    public HttpRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(query);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(source);
        Objects.requireNonNull(deadline);
    }
}
