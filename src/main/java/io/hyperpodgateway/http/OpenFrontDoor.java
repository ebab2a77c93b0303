package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.Inquiry;
import io.hyperpodgateway.admission.Submission;
import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Malformed;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.http.Routing.Found;
import io.hyperpodgateway.http.Routing.NoSuchPath;
import io.hyperpodgateway.http.Routing.WrongMethod;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.http.request.ListQuery;
import io.hyperpodgateway.http.request.LookalikeHeaders;
import io.hyperpodgateway.http.request.MediaType;
import io.hyperpodgateway.http.request.Query;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.spec.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The front door of a gateway that is set up: leads each request to what answers it.
///
/// The checks of a request stand in the order of the answers: path, method, identity, query and
/// headers, size, media type; the body comes after them, in the story.
public final class OpenFrontDoor implements FrontDoor {

    /// The largest body in bytes: 256 KiB.
    static final int MAX_BODY = 256 * 1024;

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Admission admission;
    private final Inquiry inquiry;
    private final Health health;
    private final Telemetry telemetry;
    private final Document schema =
            new Document("/documents/schema.json", "application/schema+json");
    private final Document openApi = new Document("/documents/openapi.json", "application/json");
    private final Document page =
            new Document("/io/hyperpodgateway/http/page.html", "text/html; charset=utf-8");

    /// @param telemetry told of what could not be read
    public OpenFrontDoor(Admission admission, Inquiry inquiry, Health health, Telemetry telemetry) {
        this.admission = admission;
        this.inquiry = inquiry;
        this.health = health;
        this.telemetry = telemetry;
    }

    @Override
    public Answered answer(HttpRequest request, Visit visit) {
        return switch (Routing.of(request.method(), request.path())) {
            case NoSuchPath _ -> Misses.noSuchPath(visit);
            case WrongMethod(var allowed) ->
                    Misses.wrongMethod(request, visit, allowed, inquiry::isClusterName);
            case Found(var route, _) when route == Route.CREATE_CLUSTER -> create(request, visit);
            case Found(var route, var parameter) -> read(route, parameter, request, visit);
        };
    }

    private Answered create(HttpRequest request, Visit visit) {
        var query = new Query(request.query());
        boolean dryRun = query.flag("dryRun").orElse(false);
        Optional<String> key = request.headers().get(IDEMPOTENCY_KEY);
        Conclusion conclusion =
                turnedAway(request, query, key)
                        .map(refusal ->
                                admission.refuse(
                                        submission(request, visit, dryRun, Optional.empty()),
                                        refusal))
                        .orElseGet(() -> admission.admit(submission(request, visit, dryRun, key)));
        return new Answered(
                Answers.of(conclusion),
                conclusion.visit(),
                Route.CREATE_CLUSTER.template(),
                conclusion.outcome().id(),
                conclusion.outcome().findings());
    }

    private static Submission submission(
            HttpRequest request, Visit visit, boolean dryRun, Optional<String> key) {
        return new Submission(
                visit, dryRun, key.map(IdempotencyKey::new), request.body(), request.deadline());
    }

    /// The first of the checks before the body that the request fails.
    private static Optional<Refusal> turnedAway(
            HttpRequest request, Query query, Optional<String> key) {
        if (request.identity() instanceof Unidentified(var why)) {
            return Optional.of(Refusal.of(Problem.UNIDENTIFIED, why));
        }
        var malformed = new ArrayList<>(query.findings());
        key.flatMap(IdempotencyKey::flaw)
                .ifPresent(flaw -> malformed.add(Malformed.part("header", flaw)));
        for (String flaw : LookalikeHeaders.flaws(request.headers())) {
            malformed.add(Malformed.part("header", flaw));
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
        return MediaType.flaw(request.headers().get("Content-Type"))
                .or(() -> MediaType.encodingFlaw(request.headers().get("Content-Encoding")))
                .map(flaw -> Refusal.of(Problem.UNSUPPORTED_MEDIA_TYPE, flaw));
    }

    private Answered read(Route route, String parameter, HttpRequest request, Visit visit) {
        if (route.access() == Access.IDENTIFIED
                && request.identity() instanceof Unidentified(var why)) {
            return Answered.refused(route, visit, Refusal.of(Problem.UNIDENTIFIED, why));
        }
        var query = new Query(request.query());
        Optional<RequestQuery> listed =
                route == Route.LIST_REQUESTS
                        ? visit.caller().map(new ListQuery(query, inquiry::isClusterName)::of)
                        : Optional.empty();
        List<Finding> malformed = query.findings();
        if (!malformed.isEmpty()) {
            return Answered.refused(route, visit, Refusal.of(Problem.MALFORMED_REQUEST, malformed));
        }
        try {
            return listed.flatMap(asked -> list(asked, request, visit))
                    .or(() -> found(route, parameter, request, visit))
                    .map(answer -> new Answered(answer, visit, route.template(), "ok", List.of()))
                    .orElseGet(() -> Answered.refused(route, visit, Misses.NOTHING_TO_READ));
        } catch (AuditUnavailableException e) {
            telemetry.unread(visit, e);
            return Answered.refused(
                    route,
                    visit,
                    Refusal.of(Problem.AUDIT_UNAVAILABLE, "the record could not be read"));
        } catch (LookupFailedException e) {
            telemetry.unread(visit, e);
            return Answered.refused(
                    route,
                    visit,
                    Refusal.of(e.problem(), "SageMaker could not be asked about the cluster"));
        }
    }

    private Optional<HttpAnswer> list(RequestQuery asked, HttpRequest request, Visit visit) {
        return visit.caller()
                .map(caller -> inquiry.requests(visit, caller, asked, request.deadline()))
                .map(Answers::page);
    }

    private Optional<HttpAnswer> found(
            Route route, String parameter, HttpRequest request, Visit visit) {
        return switch (route) {
            case HEALTH -> Optional.of(health.answer());
            case PAGE ->
                    Optional.of(page.answer(request.headers().get("If-None-Match")))
                            .map(HttpAnswer::withoutActiveContent);
            case SCHEMA -> Optional.of(schema.answer(request.headers().get("If-None-Match")));
            case OPENAPI -> Optional.of(openApi.answer(request.headers().get("If-None-Match")));
            case POLICY ->
                    visit.caller()
                            .map(caller -> HttpAnswer.json(200, inquiry.policy(visit, caller)));
            case DESCRIBE_REQUEST ->
                    visit.caller()
                            .flatMap(caller ->
                                    inquiry.request(visit, caller, parameter, request.deadline()))
                            .map(Answers::request);
            case DESCRIBE_CLUSTER ->
                    visit.caller()
                            .flatMap(caller ->
                                    inquiry.cluster(visit, caller, parameter, request.deadline()))
                            .map(Answers::cluster);
            case LIST_REQUESTS, CREATE_CLUSTER ->
                    throw new IllegalStateException(route + " is answered elsewhere");
        };
    }
}
