package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.identity.Identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Requests under one key, each with an id of its own.
final class KeyedRequests {

    static final String KEY = "key-1";

    /// The request id of [#KEY]; see `IdempotencyKeyTest`.
    static final String ID = "r-38b3a875a5baba799631b15c9614db0f";

    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private final AdmissionFixture admissionFixture;
    private String lastRequestId = "";

    KeyedRequests(AdmissionFixture admissionFixture) {
        this.admissionFixture = admissionFixture;
    }

    Conclusion admit(String body) {
        return submit(body, KEY, false, AdmissionFixture.role("ml-research"));
    }

    Conclusion dryRun(String body) {
        return submit(body, KEY, true, AdmissionFixture.role("ml-research"));
    }

    Conclusion submit(String body, String key, boolean dryRun, Identity identity) {
        lastRequestId = "r-%032x".formatted(REQUESTS.incrementAndGet());
        return admissionFixture.admit(
                context(identity), dryRun, Optional.of(new IdempotencyKey(key)), body);
    }

    private RequestContext context(Identity identity) {
        RequestSource source = AdmissionFixture.context(identity).source();
        var own =
                new RequestSource(
                        source.accountId(),
                        source.sourceIp(),
                        source.userAgent(),
                        source.apiRequestId(),
                        Optional.of("lambda-" + lastRequestId));
        return new RequestContext(lastRequestId, identity, own, AdmissionFixture.NOW);
    }

    /// The last request's own id.
    String lastRequestId() {
        return lastRequestId;
    }

    /// The recorded events under the key.
    List<AuditEvent> events() {
        return events(ID);
    }

    List<AuditEvent> events(String requestId) {
        return admissionFixture.log.eventsOf(requestId, Duration.ofSeconds(1));
    }

    List<EventType> types() {
        return events().stream().map(AuditEvent::type).toList();
    }
}
