package io.hyperpodgateway.audit;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Writes events: adds keys, context and hash chain to the details of a stage.
public final class EventWriter {

    private static final String AT_FORM = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'";

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern(AT_FORM).withZone(ZoneOffset.UTC);

    /// The length of a time in that form. A year with more digits or a sign makes it longer.
    private static final int AT_LENGTH = AT_FORM.replace("'", "").length();

    /// The maximum number of characters of a user agent.
    private static final int MAX_USER_AGENT = 1_024;

    private final GatewayIdentity gatewayIdentity;
    private final Clock clock;

    public EventWriter(GatewayIdentity gatewayIdentity, Clock clock) {
        this.gatewayIdentity = gatewayIdentity;
        this.clock = clock;
    }

    public AuditEvent first(RequestContext context, EventType type, JsonObject details) {
        Instant now = clock.instant();
        String at = AT.format(now);
        JsonObject listed =
                details.with("day", Json.of(at.substring(0, 10)))
                        .with("listKey", Json.of(at + "#" + context.requestId()));
        return write(context, type, 1, AuditEvent.NO_PREVIOUS, now, listed);
    }

    public AuditEvent next(
            AuditEvent previous, RequestContext context, EventType type, JsonObject details) {
        return write(
                context,
                type,
                previous.sequence() + 1,
                previous.sha256(),
                clock.instant(),
                details);
    }

    private AuditEvent write(
            RequestContext context,
            EventType type,
            int sequence,
            String previousSha256,
            Instant now,
            JsonObject details) {
        String at = AT.format(now);
        JsonObject attributes =
                JsonObject.of("pk", Json.of("REQUEST#" + context.requestId()))
                        .with("sk", Json.of(sk(sequence)))
                        .with("requestId", Json.of(context.requestId()))
                        .with("sequence", Json.of(sequence))
                        .with("type", Json.of(type.name()))
                        .with("at", Json.of(at))
                        .with("hour", Json.of(at.substring(0, 13)))
                        .with("gateway", Json.of(gatewayIdentity.name()))
                        .with("region", Json.of(gatewayIdentity.region()))
                        .with("gatewayVersion", Json.of(gatewayIdentity.version()))
                        .with(
                                "durationMs",
                                Json.of(Duration.between(context.startedAt(), now).toMillis()))
                        .with("previousSha256", Json.of(previousSha256));
        return AuditEvent.seal(circumstances(context, attributes).withAll(details));
    }

    /// The instant of an event's attribute `at`.
    ///
    /// @return empty unless it has the form in which events are written
    public static Optional<Instant> instant(String at) {
        try {
            return Optional.of(Instant.parse(at))
                    .filter(read -> at.length() == AT_LENGTH && AT.format(read).equals(at));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// A time as in events: UTC, in milliseconds.
    public static String at(Instant time) {
        return AT.format(time);
    }

    /// An event's sort key: its number in four digits, so that they sort in order.
    public static String sk(int sequence) {
        return "EVENT#%04d".formatted(sequence);
    }

    private static JsonObject circumstances(RequestContext context, JsonObject attributes) {
        Optional<Caller> caller = context.caller();
        RequestSource source = context.source();
        return attributes
                .with("principal", caller.map(Caller::principal).map(Json::of))
                .with(
                        "principalId",
                        caller.map(Caller::principalId).filter(id -> !id.isEmpty()).map(Json::of))
                .with("sessionName", caller.flatMap(Caller::sessionName).map(Json::of))
                .with("accountId", context.accountId().map(Json::of))
                .with("sourceIp", source.sourceIp().map(Json::of))
                .with("userAgent", source.userAgent().map(EventWriter::truncated).map(Json::of))
                .with("apiRequestId", source.apiRequestId().map(Json::of))
                .with("lambdaRequestId", source.lambdaRequestId().map(Json::of));
    }

    /// Truncated, and without lone surrogates: a text without a UTF-8 form cannot be stored as it
    /// was hashed.
    private static String truncated(String userAgent) {
        String bounded = userAgent.substring(0, Math.min(userAgent.length(), MAX_USER_AGENT));
        return new String(bounded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
