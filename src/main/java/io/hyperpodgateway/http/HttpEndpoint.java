package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.request.HttpRequest;

/// Answers requests. There is always an answer.
public interface HttpEndpoint {

    /// Answers one request, whatever it is. Throws nothing that the request could cause.
    ///
    /// @param context the request's circumstances, its id included
    LoggedAnswer answer(HttpRequest request, RequestContext context);
}
