package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.ReadAccess;
import io.hyperpodgateway.admission.Submission;
import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.MalformedRequest;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.http.Routing.FoundRoute;
import io.hyperpodgateway.http.Routing.NoSuchPath;
import io.hyperpodgateway.http.Routing.WrongMethod;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.http.request.ListQuery;
import io.hyperpodgateway.http.request.LookalikeHeaders;
import io.hyperpodgateway.http.request.MediaType;
import io.hyperpodgateway.http.request.Query;
import io.hyperpodgateway.identity.Unidentified;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Routes requests to their handlers.
///
/// The checks are made in the order of their answers: path, method, identity, query and headers,
/// size, media type. The body is checked after them, in admission.
public final class Router implements HttpEndpoint {

    /// The largest body in bytes: 256 KiB.
    static final int MAX_BODY = 256 * 1024;

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Admission admission;
    private final ReadAccess readAccess;
    private final Health health;
    private final Telemetry telemetry;
    private final StaticDocument schema =
            new StaticDocument("/documents/schema.json", "application/schema+json");
    private final StaticDocument openApi =
            new StaticDocument("/documents/openapi.json", "application/json");
    private final StaticDocument page =
            new StaticDocument("/io/hyperpodgateway/http/page.html", "text/html; charset=utf-8");

    /// @param telemetry is notified of reads that fail
    public Router(Admission admission, ReadAccess readAccess, Health health, Telemetry telemetry) {
        this.admission = admission;
        this.readAccess = readAccess;
        this.health = health;
        this.telemetry = telemetry;
    }

    @Override
    public LoggedAnswer answer(HttpRequest request, RequestContext context) {
        return switch (Routing.of(request.method(), request.path())) {
            case NoSuchPath _ -> UnroutedAnswers.noSuchPath(context);
            case WrongMethod(var allowed) ->
                    UnroutedAnswers.wrongMethod(
                            request, context, allowed, readAccess::isClusterName);
            case FoundRoute(var route, _) when route == Route.CREATE_CLUSTER ->
                    create(request, context);
            case FoundRoute(var route, var parameter) -> read(route, parameter, request, context);
        };
    }

    private LoggedAnswer create(HttpRequest request, RequestContext context) {
        var query = new Query(request.query());
        boolean dryRun = query.flag("dryRun").orElse(false);
        Optional<String> key = request.headers().get(IDEMPOTENCY_KEY);
        Conclusion conclusion =
                rejected(request, query, key)
                        .map(refusal ->
                                admission.refuse(
                                        submission(request, context, dryRun, Optional.empty()),
                                        refusal))
                        .orElseGet(
                                () -> admission.admit(submission(request, context, dryRun, key)));
        return new LoggedAnswer(
                Answers.of(conclusion),
                conclusion.context(),
                Route.CREATE_CLUSTER.template(),
                conclusion.outcome().id(),
                conclusion.outcome().findings());
    }

    private static Submission submission(
            HttpRequest request, RequestContext context, boolean dryRun, Optional<String> key) {
        return new Submission(
                context, dryRun, key.map(IdempotencyKey::new), request.body(), request.deadline());
    }

    /// The first check before the body that the request fails.
    private static Optional<Refusal> rejected(
            HttpRequest request, Query query, Optional<String> key) {
        if (request.identity() instanceof Unidentified(var why)) {
            return Optional.of(Refusal.of(Problem.UNIDENTIFIED, why));
        }
        var malformed = new ArrayList<>(query.findings());
        key.flatMap(IdempotencyKey::validate)
                .ifPresent(problem -> malformed.add(MalformedRequest.part("header", problem)));
        for (String problem : LookalikeHeaders.validate(request.headers())) {
            malformed.add(MalformedRequest.part("header", problem));
        }
        if (!malformed.isEmpty())
            return Optional.of(Refusal.of(Problem.MALFORMED_REQUEST, malformed));
        if (request.body().size() > MAX_BODY) {
            return Optional.of(
                    Refusal.of(
                            Problem.PAYLOAD_TOO_LARGE,
                            "the body has %d bytes, at most %d are allowed"
                                    .formatted(request.body().size(), MAX_BODY)));
        }
        return MediaType.validate(request.headers().get("Content-Type"))
                .or(() -> MediaType.validateEncoding(request.headers().get("Content-Encoding")))
                .map(problem -> Refusal.of(Problem.UNSUPPORTED_MEDIA_TYPE, problem));
    }

    private LoggedAnswer read(
            Route route, String parameter, HttpRequest request, RequestContext context) {
        if (route.access() == Access.IDENTIFIED
                && request.identity() instanceof Unidentified(var why)) {
            return LoggedAnswer.refused(route, context, Refusal.of(Problem.UNIDENTIFIED, why));
        }
        var query = new Query(request.query());
        Optional<RequestQuery> listed =
                route == Route.LIST_REQUESTS
                        ? context.caller().map(new ListQuery(query, readAccess::isClusterName)::of)
                        : Optional.empty();
        List<Finding> malformed = query.findings();
        if (!malformed.isEmpty()) {
            return LoggedAnswer.refused(
                    route, context, Refusal.of(Problem.MALFORMED_REQUEST, malformed));
        }
        try {
            return listed.flatMap(requestQuery -> list(requestQuery, request, context))
                    .or(() -> lookUp(route, parameter, request, context))
                    .map(answer ->
                            new LoggedAnswer(answer, context, route.template(), "ok", List.of()))
                    .orElseGet(() ->
                            LoggedAnswer.refused(route, context, UnroutedAnswers.NOTHING_TO_READ));
        } catch (AuditUnavailableException e) {
            telemetry.recordNotRead(context, e);
            return LoggedAnswer.refused(
                    route,
                    context,
                    Refusal.of(Problem.AUDIT_UNAVAILABLE, "the record could not be read"));
        } catch (LookupFailedException e) {
            telemetry.recordNotRead(context, e);
            return LoggedAnswer.refused(
                    route,
                    context,
                    Refusal.of(e.problem(), "the cluster could not be looked up in SageMaker"));
        }
    }

    private Optional<HttpAnswer> list(
            RequestQuery requestQuery, HttpRequest request, RequestContext context) {
        return context.caller()
                .map(caller ->
                        readAccess.requests(context, caller, requestQuery, request.deadline()))
                .map(Answers::page);
    }

    private Optional<HttpAnswer> lookUp(
            Route route, String parameter, HttpRequest request, RequestContext context) {
        return switch (route) {
            case HEALTH -> Optional.of(health.answer());
            case PAGE ->
                    Optional.of(page.answer(request.headers().get("If-None-Match")))
                            .map(HttpAnswer::withoutActiveContent);
            case SCHEMA -> Optional.of(schema.answer(request.headers().get("If-None-Match")));
            case OPENAPI -> Optional.of(openApi.answer(request.headers().get("If-None-Match")));
            case POLICY ->
                    context.caller()
                            .map(caller ->
                                    HttpAnswer.json(200, readAccess.policy(context, caller)));
            case DESCRIBE_REQUEST ->
                    context.caller()
                            .flatMap(caller ->
                                    readAccess.request(
                                            context, caller, parameter, request.deadline()))
                            .map(Answers::request);
            case DESCRIBE_CLUSTER ->
                    context.caller()
                            .flatMap(caller ->
                                    readAccess.cluster(
                                            context, caller, parameter, request.deadline()))
                            .map(Answers::cluster);
            case LIST_REQUESTS, CREATE_CLUSTER ->
                    throw new IllegalStateException(route + " is answered elsewhere");
        };
    }
}
