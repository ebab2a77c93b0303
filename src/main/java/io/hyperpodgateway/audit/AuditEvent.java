package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.text.Sha256;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One event of the record: an item of the audit table with its keys and its hash, uncompressed.
///
/// @param members the item's attributes as JSON, strings and integers; `sha256` covers all others
/// @param besideRequest the attribute `request`, if it is stored in an item of its own because both
///   do not fit one; the hash does not cover it, but covers `requestSha256`
public record AuditEvent(JsonObject members, Optional<String> besideRequest) {

    /// The `previousSha256` of a request's first event: 64 zeros.
    public static final String NO_PREVIOUS = "0".repeat(64);

    private static final String FINDINGS = "findings";
    private static final String REQUEST = "request";
    private static final String REQUEST_SHA256 = "requestSha256";
    private static final String SHA256 = "sha256";

    public AuditEvent {
        Objects.requireNonNull(members);
        Objects.requireNonNull(besideRequest);
    }

    /// Seals an event: `sha256` is the lower-case hex SHA-256 of the RFC 8785 form of its
    /// attributes. If they do not fit one item, `request` is taken out first.
    ///
    /// @throws IllegalArgumentException if `request` must be taken out and there is no
    ///   `requestSha256`
    public static AuditEvent seal(JsonObject attributes) {
        JsonObject unsealed = attributes.without(SHA256);
        Optional<String> request = unsealed.text(REQUEST);
        if (request.isEmpty() || ItemSize.fitsOneItem(unsealed)) {
            return new AuditEvent(sealed(unsealed), Optional.empty());
        }
        if (unsealed.text(REQUEST_SHA256).isEmpty()) {
            throw new IllegalArgumentException("a request in an item of its own needs its hash");
        }
        return new AuditEvent(sealed(unsealed.without(REQUEST)), request);
    }

    private static JsonObject sealed(JsonObject unsealed) {
        return unsealed.with(SHA256, Json.of(CanonicalJson.sha256(unsealed)));
    }

    /// Partition key: `REQUEST#{requestId}`.
    public String pk() {
        return required("pk");
    }

    /// Sort key: `EVENT#0001` and so on.
    public String sk() {
        return required("sk");
    }

    public String requestId() {
        return required("requestId");
    }

    public EventType type() {
        return EventType.valueOf(required("type"));
    }

    /// The number of this event within its request, from 1.
    public int sequence() {
        return Math.toIntExact(members.integer("sequence").orElseThrow());
    }

    public String sha256() {
        return required(SHA256);
    }

    /// The attribute of that name, if it is a string; `request` wherever it is stored.
    public Optional<String> text(String attribute) {
        return members.text(attribute)
                .or(() -> attribute.equals(REQUEST) ? besideRequest : Optional.empty());
    }

    /// All attributes as JSON, including `request` wherever it is stored.
    public JsonObject whole() {
        return members.with(REQUEST, besideRequest.map(Json::of));
    }

    /// Whether the event is unchanged since it was sealed.
    public boolean hashMatches() {
        return members.text(SHA256).equals(Optional.of(hash())) && besideRequestMatches();
    }

    /// The form of the event that is logged when the record is unavailable: without `body`,
    /// `request`, `userAgent` and the names of types and groups of the request, its findings
    /// reduced to rule, pointer and level, and sealed again.
    ///
    /// @param known replaces the caller's own names in a finding's pointer
    public AuditEvent reduced(UnaryOperator<JsonPointer> known) {
        JsonObject reduced =
                members.without("body")
                        .without(REQUEST)
                        .without("userAgent")
                        .without(RequestSummary.BY_TYPE)
                        .without(RequestSummary.HOURLY_COST);
        return seal(
                reduced.with(
                        FINDINGS,
                        text(FINDINGS).map(all -> Json.of(RedactedFindings.of(all, known)))));
    }

    private String hash() {
        return CanonicalJson.sha256(members.without(SHA256));
    }

    private boolean besideRequestMatches() {
        return besideRequest.isEmpty()
                || members.text(REQUEST_SHA256).equals(besideRequest.map(Sha256::hex));
    }

    private String required(String attribute) {
        return members.text(attribute)
                .orElseThrow(() -> new IllegalStateException("an event without " + attribute));
    }
}
