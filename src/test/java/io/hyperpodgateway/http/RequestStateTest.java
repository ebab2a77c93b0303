package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.key.IdempotencyState;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state of a request in `GET /requests/{requestId}`.
class RequestStateTest {

    private static final Identity JO = AdmissionFixture.role("ml-research");
    private static final Identity AUDITOR = AdmissionFixture.role("platform-audit");

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final Map<String, String> headers =
            new HashMap<>(Map.of("Content-Type", "application/json"));

    @Test
    void reportsAClusterThatIsBeingMade() {
        post("", AdmissionFixture.GOOD);

        assertThat(state().toText())
                .isEqualTo(
                        "{\"decision\":\"allowed\",\"call\":\"succeeded\","
                                + "\"cluster\":{\"status\":\"Creating\"},"
                                + "\"next\":{\"whose\":\"aws\","
                                + "\"what\":\"wait: SageMaker is creating the cluster\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "InService, nobody",
        "Creating, aws",
        "Updating, aws",
        "SystemUpdating, aws",
        "RollingBack, aws",
        "Deleting, aws",
        "Failed, caller",
        "Hibernating, caller"
    })
    void reportsTheResponsiblePartyByTheClustersStatus(String status, String whose) {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.putSaying("vision", status, "");

        assertThat(state().object("cluster").orElseThrow().toText())
                .isEqualTo("{\"status\":\"%s\"}".formatted(status));
        assertThat(whose()).isEqualTo(whose);
        assertThat(state().get("cause")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We currently do not have sufficient capacity for the requested instance type(s)"
                        + " | insufficient-capacity | caller",
                "The account-level service limit 'ml.p5.48xlarge for cluster usage' is 0 Instances"
                        + " | quota-exceeded-in-validation | platform-team",
                "Unable to assume the execution role arn:aws:iam::111122223333:role/x"
                        + " | execution-role-not-assumable | caller",
                "User: x is not authorized to perform: ec2:CreateNetworkInterface"
                        + " | access-denied | caller",
                "Lifecycle scripts did not run successfully | lifecycle-script-failed | caller"
            })
    void translatesWhyAClusterFailed(String message, String cause, String whose) {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.putSaying("vision", "Failed", message);

        JsonObject cluster = state().object("cluster").orElseThrow();
        assertThat(cluster.text("status")).contains("Failed");
        assertThat(cluster.text("failureMessage")).contains(message);
        assertThat(cause()).isEqualTo(cause);
        assertThat(state().object("cause").orElseThrow().text("words")).isPresent();
        assertThat(whose()).isEqualTo(whose);
        assertThat(what()).contains("delete the cluster", "new key");
    }

    @Test
    void showsAMessageThatNobodyKnowsAsItIs() {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.putSaying("vision", "Failed", "the moon is in the wrong house");

        assertThat(state().object("cluster").orElseThrow().text("failureMessage"))
                .contains("the moon is in the wrong house");
        assertThat(state().get("cause")).isEmpty();
        assertThat(whose()).isEqualTo("caller");
        assertThat(what()).contains("delete the cluster", "new key");
    }

    @Test
    void takesNoOtherClusterOfThatNameForItsOwn() {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.putOther(
                "vision", Map.of("hyperpod-gateway:request-id", AdmissionFixture.ID));

        assertThat(state().object("cluster").orElseThrow().text("status")).contains("gone");
        assertThat(whose()).isEqualTo("nobody");
    }

    @Test
    void reportsThatAClusterIsGone() {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.delete("vision");

        assertThat(state().object("cluster").orElseThrow().text("status")).contains("gone");
    }

    @Test
    void answersTheHistoryThoughTheClusterCannotBeAskedFor() {
        post("", AdmissionFixture.GOOD);
        admissionFixture.clusters.failLookups(
                new LookupFailedException(
                        Problem.THROTTLED, "a secret", new IllegalStateException()));

        JsonObject answer = get(JO);

        assertThat(answer.text("outcome")).contains("created");
        assertThat(answer.items("events")).hasSize(2);
        JsonObject cluster = answer.object("state").orElseThrow().object("cluster").orElseThrow();
        assertThat(cluster.text("status")).contains("unknown");
        assertThat(cluster.text("detail")).isPresent();
        assertThat(answer.toText()).doesNotContain("a secret");
        assertThat(admissionFixture.telemetry.unread()).hasSize(1);
    }

    @Test
    void reportsARefusalAndWhatFixesIt() {
        post("", AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge"));
        assertThat(state().text("decision")).contains("refused");
        assertThat(state().text("call")).contains("none");
        assertThat(state().get("cluster")).isEmpty();
        assertThat(cause()).isEqualTo("policy-denied");
        assertThat(whose()).isEqualTo("caller");
    }

    @Test
    void reportsARefusalOfNobody() {
        send("POST", "/clusters", "", AdmissionFixture.GOOD, new Unidentified("nobody"));

        JsonObject state = get(AUDITOR).object("state").orElseThrow();
        assertThat(state.object("cause").orElseThrow().text("id")).contains("unidentified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dryRun=true"})
    void showsWhatAuditRulesFoundToAuditorsAlone(String query) {
        post(query, AdmissionFixture.GOOD);

        assertThat(get(JO).toText()).doesNotContain("watched-names", "\"audit", "auditRules");
        assertThat(get(AUDITOR).toText())
                .contains("\"audit\":true", "\"auditRules\":[\"watched-names\"]");
    }

    @Test
    void showsWhatAuditRulesFoundAboutARefusalToAuditorsAlone() {
        post("", AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge"));

        assertThat(get(JO).toText())
                .contains("approved-types")
                .doesNotContain("watched-names", "\"audit", "auditRules");
        assertThat(get(AUDITOR).toText())
                .contains("approved-types", "\"auditRules\":[\"watched-names\"]");
    }

    @Test
    void reportsADryRun() {
        post("dryRun=true", AdmissionFixture.GOOD);

        assertThat(state().text("decision")).contains("allowed");
        assertThat(state().text("call")).contains("none");
        assertThat(whose()).isEqualTo("caller");
    }

    @ParameterizedTest
    @CsvSource({
        "CLUSTER_EXISTS, cluster-name-taken, caller",
        "RESOURCE_LIMIT_EXCEEDED, quota-exceeded, platform-team",
        "REJECTED_BY_SAGEMAKER, execution-role-not-assumable, caller",
        "REJECTED_BY_SAGEMAKER, insufficient-capacity, caller",
        "REJECTED_BY_SAGEMAKER, quota-exceeded-in-validation, platform-team"
    })
    void translatesWhatSageMakerRefused(Problem problem, String rule, String whose) {
        Translation known = Translation.named(rule).orElseThrow();
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        problem,
                        "no",
                        List.of(known.finding("no")),
                        known.retryHelps(),
                        Optional.empty()));
        post("", AdmissionFixture.GOOD);

        assertThat(state().text("decision")).contains("allowed");
        assertThat(state().text("call")).contains("failed");
        assertThat(cause()).isEqualTo(rule);
        assertThat(whose()).isEqualTo(whose);
        assertThat(what()).contains("new key");
    }

    /// Under the key of an intent another body is refused, whatever the outcome of the first.
    @Test
    void sendsNobodyBackWithAChangedRequestUnderItsKey() {
        assertThat(whatAfter(Problem.REJECTED_BY_SAGEMAKER)).contains("new key");
        assertThat(whatAfter(Problem.CLUSTER_EXISTS)).contains("new key");
        assertThat(whatAfter(Problem.RESOURCE_LIMIT_EXCEEDED)).contains("new key");
    }

    @Test
    void advisesAnotherNameWhereTheNameIsTaken() {
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.CLUSTER_EXISTS,
                        "no",
                        List.of(Translation.NAME_TAKEN.finding("no")),
                        false,
                        Optional.empty()));
        post("", AdmissionFixture.GOOD);
        assertThat(what()).contains("another name", "new key").doesNotContain("same request");
        assertThat(state().object("cause").orElseThrow().text("words").orElseThrow())
                .contains("GET /clusters/");

        headers.put("Idempotency-Key", "run-4711");
        post("", AdmissionFixture.GOOD);

        assertThat(whatOfKeyed()).contains("another name", "new key");
    }

    @Test
    void sendsNobodyBackToAKeyThatIsUsedUp() {
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.THROTTLED, "no", List.of(), true, Optional.empty()));
        headers.put("Idempotency-Key", "run-4711");
        for (int i = 1; i < IdempotencyState.MAX_ATTEMPTS; i++) post("", AdmissionFixture.GOOD);
        assertThat(whatOfKeyed()).contains("same key");

        post("", AdmissionFixture.GOOD);

        assertThat(whatOfKeyed()).contains("new key");
    }

    /// The next step of the one request under a key.
    private String whatOfKeyed() {
        String id = admissionFixture.log.events().getLast().requestId();
        JsonObject history =
                send("GET", "/requests/" + id, "", "", JO, AdmissionFixture.context(JO)).body();
        return history.object("state")
                .flatMap(state -> state.object("next"))
                .flatMap(next -> next.text("what"))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, caller",
        "GATEWAY_MISCONFIGURED, platform-team",
        "SAGEMAKER_UNAVAILABLE, caller",
        "REJECTED_BY_SAGEMAKER, caller"
    })
    void reportsWhatNoTranslationIsFor(Problem problem, String whose) {
        admissionFixture.clusters.creating(
                _ -> new CreationResult.NotMade(problem, "no", List.of(), true, Optional.empty()));
        post("", AdmissionFixture.GOOD);

        assertThat(cause()).isEqualTo(problem.id());
        assertThat(whose()).isEqualTo(whose);
    }

    @ParameterizedTest
    @CsvSource({
        "0, under-way, gateway",
        "119, under-way, gateway",
        "120, unknown, gateway",
        "3599, unknown, gateway",
        "3600, unknown, platform-team"
    })
    void reportsWhoLooksIntoAnIntentWithoutOutcome(int seconds, String call, String whose) {
        admissionFixture.refusing(LogMethod.CONCLUDE);
        post("", AdmissionFixture.GOOD);

        JsonObject state =
                get(JO, AdmissionFixture.NOW.plusSeconds(seconds)).object("state").orElseThrow();

        assertThat(state.text("call")).contains(call);
        assertThat(state.object("next").orElseThrow().text("whose")).contains(whose);
        assertThat(state.get("cluster")).isEmpty();
        assertThat(state.get("cause")).isEmpty();
    }

    @Test
    void hasAMoveForEveryProblemThatAListCanName() {
        for (Problem problem : Problem.values()) {
            assertThat(whatAfter(problem)).as(problem.id()).isNotBlank();
        }
    }

    private static String whatAfter(Problem problem) {
        var test = new RequestStateTest();
        test.admissionFixture.clusters.creating(
                _ -> new CreationResult.NotMade(problem, "no", List.of(), true, Optional.empty()));
        test.post("", AdmissionFixture.GOOD);
        return test.what();
    }

    private JsonObject state() {
        return get(JO).object("state").orElseThrow();
    }

    private String cause() {
        return state().object("cause").orElseThrow().text("id").orElseThrow();
    }

    private String whose() {
        return state().object("next").orElseThrow().text("whose").orElseThrow();
    }

    private String what() {
        return state().object("next").orElseThrow().text("what").orElseThrow();
    }

    private JsonObject get(Identity identity) {
        return get(identity, AdmissionFixture.NOW);
    }

    private JsonObject get(Identity identity, Instant now) {
        RequestContext context = AdmissionFixture.context(identity);
        var then = new RequestContext(context.requestId(), identity, context.source(), now);
        ReceivedAnswer answer =
                send("GET", "/requests/" + AdmissionFixture.ID, "", "", identity, then);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private void post(String query, String body) {
        send("POST", "/clusters", query, body, JO);
    }

    private void send(String method, String path, String query, String body, Identity identity) {
        send(method, path, query, body, identity, AdmissionFixture.context(identity));
    }

    private ReceivedAnswer send(
            String method,
            String path,
            String query,
            String body,
            Identity identity,
            RequestContext context) {
        var request =
                new HttpRequest(
                        method,
                        path,
                        query,
                        new Headers(headers),
                        RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                        identity,
                        context.source(),
                        () -> Duration.ofSeconds(28));
        var door =
                new Router(
                        admissionFixture.admission(),
                        admissionFixture.readAccess(),
                        new Health("0.0.0", "1", "0".repeat(64), () -> JsonObject.EMPTY),
                        admissionFixture.telemetry);
        HttpAnswer answer =
                new ExceptionBarrier(door, admissionFixture.telemetry::internalError)
                        .answer(request, context)
                        .answer();
        if (method.equals("GET"))
            assertThat(
                            Description.mistakes(
                                    method, path, answer.status(), answer.headers(), answer.body()))
                    .isEmpty();
        return ReceivedAnswer.of(answer);
    }
}
