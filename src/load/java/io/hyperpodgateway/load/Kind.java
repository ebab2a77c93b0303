package io.hyperpodgateway.load;

import java.util.List;
import java.util.Set;

/// What is sent: what share of all it has, how it is answered, and what of it is recorded.
enum Kind {
    CREATED(300, 201, "created", Set.of("INTENDED", "COMPLETED")),
    REPLAY(100, 201, "created", Set.of()),
    DRY_RUN(100, 200, "ok", Set.of("DRY_RUN")),
    NAME_TAKEN(50, 409, "cluster-exists", Set.of("INTENDED", "COMPLETED")),
    KEY_REUSED(30, 422, "idempotency-key-reused", Set.of("REFUSED")),
    AGAINST_POLICY(80, 403, "policy-denied", Set.of("REFUSED")),
    AGAINST_SPECIFICATION(80, 422, "invalid-request", Set.of("REFUSED")),
    BROKEN_JSON(50, 400, "malformed-request", Set.of("REFUSED")),
    NOT_UTF_8(20, 400, "malformed-request", Set.of("REFUSED")),
    TOO_DEEP(10, 400, "malformed-request", Set.of("REFUSED")),
    TOO_LARGE(20, 413, "payload-too-large", Set.of("REFUSED")),
    WRONG_MEDIA_TYPE(20, 415, "unsupported-media-type", Set.of("REFUSED")),
    UNKNOWN_QUERY(10, 400, "malformed-request", Set.of("REFUSED")),
    NOBODY(20, 401, "unidentified", Set.of("REFUSED")),
    SLOW_SENDER(10, 201, "created", Set.of("INTENDED", "COMPLETED")),
    NO_SUCH_PATH(20, 404, "not-found", Set.of()),
    WRONG_METHOD(20, 405, "method-not-allowed", Set.of()),
    READ_POLICY(15, 200, "ok", Set.of()),
    READ_REQUEST(20, 200, "ok", Set.of()),
    READ_CLUSTER(15, 200, "ok", Set.of()),
    READ_HEALTH(10, 200, "ok", Set.of());

    private final int share;
    private final int status;
    private final String outcome;
    private final Set<String> recorded;

    /// @param share of a thousand requests
    /// @param outcome the problem's name, `created` or `ok`
    /// @param recorded the types of the events under the answer's requestId
    Kind(int share, int status, String outcome, Set<String> recorded) {
        this.share = share;
        this.status = status;
        this.outcome = outcome;
        this.recorded = recorded;
    }

    static final List<Kind> ALL = List.of(values());

    int share() {
        return share;
    }

    int status() {
        return status;
    }

    String outcome() {
        return outcome;
    }

    Set<String> recorded() {
        return recorded;
    }

    /// Whether it needs a cluster that its caller made before.
    boolean needsOneBefore() {
        return switch (this) {
            case REPLAY, NAME_TAKEN, KEY_REUSED, READ_REQUEST, READ_CLUSTER -> true;
            default -> false;
        };
    }
}
