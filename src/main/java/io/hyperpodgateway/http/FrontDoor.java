package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.request.HttpRequest;

/// Answers requests. There is always an answer.
public interface FrontDoor {

    /// Answers one request, whatever it is. Throws nothing that the request could cause.
    ///
    /// @param visit the request's circumstances, its id included
    Answered answer(HttpRequest request, Visit visit);
}
