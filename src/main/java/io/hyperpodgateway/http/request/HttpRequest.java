package io.hyperpodgateway.http.request;

import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.identity.Identity;

import java.util.Objects;

/// An HTTP request.
///
/// @param method GET, POST and so on
/// @param path the path, decoded
/// @param query the query as sent, without `?`; may be empty
/// @param headers the header fields
/// @param body the body, decoded from base64 if the event encodes it
/// @param identity the caller, from the authorizer
/// @param source the source of the request
/// @param deadline the time left
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
