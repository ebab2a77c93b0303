package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.request.HttpRequest;

/// Answers requests.
public interface HttpEndpoint {

    /// Answers any request. Throws nothing that a request could cause.
    ///
    /// @param context the request's context, including its id
    LoggedAnswer answer(HttpRequest request, RequestContext context);
}
