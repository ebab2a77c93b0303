package io.hyperpodgateway.load;

import java.util.List;

/// The kinds of requests: their share, their answer, and what is recorded.
enum RequestKind {
    CREATED(300, 201, "created", List.of("INTENDED", "COMPLETED")),
    REPLAY(100, 201, "created", List.of()),
    DRY_RUN(100, 200, "ok", List.of("DRY_RUN")),
    NAME_TAKEN(50, 409, "cluster-exists", List.of("INTENDED", "COMPLETED")),
    KEY_REUSED(30, 422, "idempotency-key-reused", List.of("REFUSED")),
    AGAINST_POLICY(80, 403, "policy-denied", List.of("REFUSED")),
    AGAINST_SPECIFICATION(80, 422, "invalid-request", List.of("REFUSED")),
    BROKEN_JSON(50, 400, "malformed-request", List.of("REFUSED")),
    NOT_UTF_8(20, 400, "malformed-request", List.of("REFUSED")),
    TOO_DEEP(10, 400, "malformed-request", List.of("REFUSED")),
    TOO_LARGE(20, 413, "payload-too-large", List.of("REFUSED")),
    WRONG_MEDIA_TYPE(20, 415, "unsupported-media-type", List.of("REFUSED")),
    UNKNOWN_QUERY(10, 400, "malformed-request", List.of("REFUSED")),
    NOBODY(20, 401, "unidentified", List.of("REFUSED")),
    SLOW_SENDER(10, 201, "created", List.of("INTENDED", "COMPLETED")),
    NO_SUCH_PATH(20, 404, "not-found", List.of()),
    WRONG_METHOD(20, 405, "method-not-allowed", List.of()),
    READ_POLICY(15, 200, "ok", List.of()),
    READ_REQUEST(20, 200, "ok", List.of()),
    READ_CLUSTER(15, 200, "ok", List.of()),
    /// Not sent: the answer to reading a cluster whose intent is open, see [GatewayLog].
    READ_UNSETTLED(0, 404, "not-found", List.of()),
    READ_HEALTH(10, 200, "ok", List.of());

    private final int share;
    private final int status;
    private final String outcome;
    private final List<String> recorded;

    /// @param share of a thousand requests
    /// @param outcome the problem's name, `created` or `ok`
    /// @param recorded the types of the events of the answer's request id, in their order
    RequestKind(int share, int status, String outcome, List<String> recorded) {
        this.share = share;
        this.status = status;
        this.outcome = outcome;
        this.recorded = recorded;
    }

    static final List<RequestKind> ALL = List.of(values());

    int share() {
        return share;
    }

    int status() {
        return status;
    }

    String outcome() {
        return outcome;
    }

    List<String> recorded() {
        return recorded;
    }

    /// Whether it needs an earlier cluster of its caller.
    boolean needsOneBefore() {
        return switch (this) {
            case REPLAY, NAME_TAKEN, KEY_REUSED, READ_REQUEST, READ_CLUSTER, READ_UNSETTLED -> true;
            default -> false;
        };
    }
}
