package io.hyperpodgateway.admission;

import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceTotals;
import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// The documents that are recorded for a readable request.
///
/// @param body the body as read
/// @param request the request to SageMaker, or the body itself if that is not certain
record RecordedDocuments(JsonObject body, JsonObject request) {

    /// In bytes of compact UTF-8. The limit of body and request for events that created nothing, so
    /// that no caller fills the record.
    private static final int MOST_KEPT = 32 * 1024;

    RecordedDocuments {
        Objects.requireNonNull(body);
        Objects.requireNonNull(request);
    }

    /// A request of which only the body is certain.
    static RecordedDocuments of(JsonObject body) {
        return new RecordedDocuments(body, body);
    }

    /// Both in full, for an intent.
    JsonObject whole(RequestBody sent) {
        return requestInFull(request.toText()).withAll(bodyInFull(sent));
    }

    /// Each in full up to 32 KiB, for a refusal or a dry run; above that, the request's size and
    /// the body's hash.
    JsonObject bounded(RequestBody sent) {
        String text = request.toText();
        int size = size(text);
        JsonObject kept =
                size <= MOST_KEPT
                        ? requestInFull(text)
                        : JsonObject.of("requestSize", Json.of(size));
        JsonObject ofBody = bodyInFull(sent);
        return kept.withAll(size(body.toText()) <= MOST_KEPT ? ofBody : ofBody.without("body"));
    }

    /// The number of instances that the request asks for, for lists.
    JsonObject totals() {
        InstanceTotals totals = InstanceTotals.of(new ClusterRequest(request));
        return JsonObject.EMPTY
                .with(RequestSummary.INSTANCES, totals.instances().map(Json::of))
                .with(
                        RequestSummary.BY_TYPE,
                        totals.byType().map(JsonObject::toText).map(Json::of));
    }

    private static JsonObject requestInFull(String text) {
        return JsonObject.of("request", Json.of(text))
                .with("requestSha256", Json.of(Sha256.hex(text)));
    }

    private JsonObject bodyInFull(RequestBody sent) {
        return JsonObject.of("body", Json.of(sent.text()))
                .with("bodySha256", Json.of(bodySha256().orElseGet(sent::sha256)));
    }

    /// A number that does not fit a double has no canonical form; such a body is never admitted.
    private Optional<String> bodySha256() {
        try {
            return Optional.of(CanonicalJson.sha256(body));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
