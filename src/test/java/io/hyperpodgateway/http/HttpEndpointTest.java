package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.ScriptedClusters;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class HttpEndpointTest {

    private static final Identity JO = AdmissionFixture.role("ml-research");
    private static final Identity AUDITOR = AdmissionFixture.role("platform-audit");
    private static final Identity STRANGER = AdmissionFixture.role("ml-other");
    private static final Identity NOBODY = new Unidentified("nobody");
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ENVIRONMENT =
            """
              - id: environment
                check: {requiredTags: {Environment: {values: [prod]}}}
            """;

    private final AdmissionFixture admissionFixture = new AdmissionFixture();

    @Test
    void answersACreatedCluster() {
        ReceivedAnswer answer = post("", JSON, AdmissionFixture.GOOD, JO);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers())
                .containsEntry("Location", "/clusters/vision")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Request-Id", AdmissionFixture.ID);
        assertThat(answer.body().toText())
                .isEqualTo(
                        "{\"ClusterArn\":\"%s\",\"requestId\":\"%s\",\"instance\":\"/requests/%s\",\"warnings\":[]}"
                                .formatted(
                                        ScriptedClusters.ARN,
                                        AdmissionFixture.ID,
                                        AdmissionFixture.ID));
    }

    @Test
    void answersARehearsal() {
        ReceivedAnswer answer = post("dryRun=true", JSON, AdmissionFixture.GOOD, JO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("wouldCreate")).contains(Json.of(true));
        assertThat(answer.body().object("effectiveRequest")).isPresent();
        assertThat(answer.body().get("hourlyCost")).isEmpty();
        assertThat(admissionFixture.clusters.requests()).isEmpty();
    }

    @Test
    void reportsTheCostOfADryRun() {
        admissionFixture.policyAlso("prices: {ml.m5.xlarge: 0.2304, ml.t3.large: 1}\n");

        JsonObject cost =
                post("dryRun=true", JSON, AdmissionFixture.GOOD, JO)
                        .body()
                        .object("hourlyCost")
                        .orElseThrow();
        assertThat(cost.text("total")).contains("0.4608");
        assertThat(cost.text("currency")).contains("USD");
    }

    @Test
    void createsWhenDryRunIsFalse() {
        assertThat(post("dryRun=false", JSON, AdmissionFixture.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void takesTheMediaTypeOfAwsClients() {
        var aws = Map.of("content-type", "application/x-amz-json-1.1");

        assertThat(post("", aws, AdmissionFixture.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void printsTheHeaderToSend() {
        var form = Map.of("content-type", "application/x-www-form-urlencoded");

        ReceivedAnswer answer = post("", form, AdmissionFixture.GOOD, JO);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().text("detail").orElseThrow())
                .endsWith("send the header Content-Type: application/json");
    }

    @Test
    void reportsAProblemAsRfc9457HasIt() {
        ReceivedAnswer answer = post("", JSON, "{\"ClusterName\": \"no_name\", \"x\": 1}", JO);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body().members().keySet())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "requestId", "findings", "instance");
        assertThat(answer.body().text("type"))
                .contains("urn:hyperpod-gateway:problem:invalid-request");
        assertThat(answer.body().text("instance")).contains("/requests/" + AdmissionFixture.ID);
        assertThat(answer.body().items("findings")).hasSize(4);
    }

    @Test
    void saysInADenialWhomToAsk() {
        String untagged = AdmissionFixture.GOOD.replaceAll(",\\s+\"Tags\": \\[.*]", "");
        admissionFixture.policyAlso("contact: \"#ml-platform\"\n");

        ReceivedAnswer denied = post("dryRun=true", JSON, untagged, JO);

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body().text("contact")).contains("#ml-platform");
        assertThat(get("/policy", JO).body().text("contact")).contains("#ml-platform");
    }

    @Test
    void namesNobodyWhereThePolicyDoesNot() {
        String untagged = AdmissionFixture.GOOD.replaceAll(",\\s+\"Tags\": \\[.*]", "");

        assertThat(post("", JSON, untagged, JO).body().get("contact")).isEmpty();
        assertThat(get("/policy", JO).body().get("contact")).isEmpty();
    }

    @Test
    void namesNobodyWhereNothingIsDenied() {
        admissionFixture.policyAlso("contact: \"#ml-platform\"\n");

        assertThat(post("", JSON, "{}", JO).body().get("contact")).isEmpty();
    }

    @Test
    void saysThatThereIsMoreThanItShows() {
        String members = "{" + "\"a%d\": 1, ".repeat(200) + "\"ClusterName\": \"vision\"}";
        Object[] numbers = IntStream.range(0, 200).boxed().toArray();

        ReceivedAnswer answer = post("", JSON, members.formatted(numbers), JO);

        assertThat(answer.body().items("findings")).hasSize(100);
        assertThat(answer.body().text("detail").orElseThrow())
                .startsWith("more than 99 things are wrong");
    }

    /// Each request fails this check and all later ones: the first check answers.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, /nowhere,  nobody, dryRun=x, text/plain, 404, not-found",
                "PUT,  /clusters, nobody, dryRun=x, text/plain, 405, method-not-allowed",
                "POST, /clusters, nobody, dryRun=x, text/plain, 401, unidentified",
                "POST, /clusters, jo,     dryRun=x, text/plain, 400, malformed-request",
                "POST, /clusters, jo,     '',       text/plain, 413, payload-too-large"
            })
    void checksInTheOrderOfTheAnswers(
            String method,
            String path,
            String who,
            String query,
            String type,
            int status,
            String problem) {
        String large = "[".repeat(Router.MAX_BODY + 1);
        ReceivedAnswer answer =
                send(
                        method,
                        path,
                        query,
                        Map.of("Content-Type", type),
                        large,
                        who.equals("jo") ? JO : NOBODY);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().text("type")).contains("urn:hyperpod-gateway:problem:" + problem);
        assertThat(answer.body().integer("status")).contains((long) status);
    }

    @Test
    void namesTheRoutesThatThereAre() {
        String detail = detail(send("GET", "/foo", "", Map.of(), "", JO));

        for (Route route : Route.values()) {
            assertThat(detail).contains(route.method() + " " + route.template());
        }
    }

    @Test
    void namesTheMethodsOfAPath() {
        assertThat(detail(send("DELETE", "/clusters", "", Map.of(), "", JO)))
                .endsWith("takes POST");
        assertThat(detail(send("PUT", "/requests", "", Map.of(), "", JO))).endsWith("takes GET");
        assertThat(detail(send("GET", "/clusters", "", Map.of(), "", JO)))
                .contains("takes POST", "GET /requests lists", "GET /clusters/{name} shows");
    }

    private static String detail(ReceivedAnswer answer) {
        return answer.body().text("detail").orElseThrow();
    }

    @Test
    void refusesOtherMediaTypesBeforeItReadsTheBody() {
        assertThat(post("", Map.of(), "[", JO).status()).isEqualTo(415);
    }

    @Test
    void refusesEncodedBodies() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("content-encoding", "gzip");

        ReceivedAnswer answer = post("", headers, "\u001f\u008b", JO);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().text("detail").orElseThrow()).contains("gzip");
    }

    @Test
    void takesBodiesOfTheEncodingThatIsNone() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("content-encoding", "identity");

        assertThat(post("", headers, AdmissionFixture.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String padded =
                AdmissionFixture.GOOD
                        + " ".repeat(Router.MAX_BODY - AdmissionFixture.GOOD.length());

        assertThat(post("", JSON, padded, JO).status()).isEqualTo(201);
    }

    @Test
    void refusesABodyAboveTheLimit() {
        String padded =
                AdmissionFixture.GOOD
                        + " ".repeat(Router.MAX_BODY + 1 - AdmissionFixture.GOOD.length());

        assertThat(post("", JSON, padded, JO).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "k, k", "ä"})
    void refusesAKeyThatIsNone(String key) {
        ReceivedAnswer answer = post("", withKey(key), AdmissionFixture.GOOD, JO);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toText()).contains("Idempotency-Key");
        assertThat(admissionFixture.clusters.requests()).isEmpty();
    }

    @Test
    void looksAtTheFormOfAKeyInADryRunToo() {
        assertThat(post("dryRun=true", withKey("a b"), AdmissionFixture.GOOD, JO).status())
                .isEqualTo(400);
    }

    @Test
    void looksAtTheCallerBeforeTheKey() {
        assertThat(post("", withKey("a b"), "", NOBODY).status()).isEqualTo(401);
    }

    @Test
    void looksAtTheKeyBeforeTheSize() {
        String large = " ".repeat(Router.MAX_BODY + 1);

        assertThat(post("", withKey("a b"), large, JO).status()).isEqualTo(400);
    }

    @Test
    void reportsEverythingWrongWithQueryAndHeadersAtOnce() {
        ReceivedAnswer answer = post("dryRun=maybe", withKey("a b"), "", JO);

        assertThat(answer.body().items("findings")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Dry-Run,              true,  dryRun=true",
        "Dry-Run,                false, dryRun=true",
        "dryrun,                 '',    dryRun=true",
        "x-amz-dry-run,          1,     dryRun=true",
        "DRY_RUN,                true,  dryRun=true",
        "Idempotency,            k,     Idempotency-Key",
        "IdempotencyKey,         k,     Idempotency-Key",
        "Idempotency_Key,        k,     Idempotency-Key",
        "X-Idempotency-Key,      k,     Idempotency-Key",
        "X-Amz-Idempotency-Key,  k,     Idempotency-Key",
        "Idempotency-Token,      k,     Idempotency-Key",
        "X-Amz-Client-Token,     k,     Idempotency-Key",
        "ClientToken,            k,     Idempotency-Key",
        "x-client-request-token, k,     Idempotency-Key"
    })
    void refusesAHeaderThatIsNearlyOurs(String header, String value, String instead) {
        for (Map<String, String> others : List.of(JSON, withKey("key-1"))) {
            var headers = new LinkedHashMap<>(others);
            headers.put(header, value);

            ReceivedAnswer answer = post("", headers, AdmissionFixture.GOOD, JO);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().text("type").orElseThrow()).endsWith(":malformed-request");
            assertThat(answer.body().items("findings")).hasSize(1);
            assertThat(detail(answer)).containsIgnoringCase(header).contains(instead);
        }
        assertThat(admissionFixture.clusters.requests()).isEmpty();
    }

    @Test
    void refusesANearHeaderOfADryRunToo() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("X-Dry-Run", "true");

        assertThat(post("dryRun=true", headers, AdmissionFixture.GOOD, JO).status()).isEqualTo(400);
    }

    @Test
    void looksAtTheCallerBeforeANearHeader() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("X-Dry-Run", "true");

        assertThat(post("", headers, AdmissionFixture.GOOD, NOBODY).status()).isEqualTo(401);
    }

    @Test
    void namesEveryNearHeaderAndNeverItsValue() {
        var headers = new LinkedHashMap<>(withKey("a b"));
        headers.put("X-Dry-Run", "hush-1");
        headers.put("x-" + "-".repeat(500) + "client-token", "hush-2");

        ReceivedAnswer answer = post("dryRun=maybe", headers, "", JO);

        assertThat(answer.body().items("findings")).hasSize(4);
        assertThat(answer.body().toText()).doesNotContain("hush").doesNotContain("-".repeat(70));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amz-sdk-invocation-id",
                "X-Request-Id",
                "Prefer",
                "X-Dry-Runner",
                "Client-Tokens",
                "X-My-Idempotency-Key"
            })
    void takesHeadersThatMeanSomethingElse(String header) {
        var headers = new LinkedHashMap<>(JSON);
        headers.put(header, "true");

        assertThat(post("", headers, AdmissionFixture.GOOD, JO).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "IDEMPOTENCY-KEY", "idempotency-key"})
    void takesTheKeyInAnyLetterCase(String header) {
        var headers = new LinkedHashMap<>(JSON);
        headers.put(header, "key-1");

        assertThat(post("", headers, AdmissionFixture.GOOD, JO).headers())
                .containsEntry("X-Request-Id", "r-38b3a875a5baba799631b15c9614db0f");
    }

    /// Three mistakes in three checks: a quoted number, a type that policy refuses, and a tag in
    /// another case. One answer contains all of them, and its fixes apply one after the other.
    @ParameterizedTest
    @ValueSource(strings = {"", "dryRun=true"})
    void saysInOneRoundWhatThreeRoundsSaid(String query) {
        admissionFixture.policyAlso(ENVIRONMENT);
        String body =
                AdmissionFixture.GOOD
                        .replace("\"InstanceCount\": 2", "\"InstanceCount\": \"2\"")
                        .replace("ml.m5.xlarge", "ml.p5.48xlarge")
                        .replace(
                                "\"Tags\": [",
                                "\"Tags\": [{\"key\": \"Environment\", \"Value\": \"Prod\"}, ")
                        .replace("\"Team\"", "\"Crew\"");

        ReceivedAnswer answer = post(query, JSON, body, JO);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().items("findings"))
                .extracting(finding -> ((JsonObject) finding).text("rule").orElseThrow())
                .containsExactly(
                        "approved-types", "type", "team-tag", "unknown-member", "environment");
        String fixed =
                fixed(body, answer)
                        .replace("ml.p5.48xlarge", "ml.m5.xlarge")
                        .replace("\"Crew\"", "\"Team\"");
        assertThat(fixed).contains("\"prod\"");
        var next = new HttpEndpointTest();
        next.admissionFixture.policyAlso(ENVIRONMENT);
        assertThat(next.post(query, JSON, fixed, JO).status()).isLessThan(300);
    }

    private static String fixed(String body, ReceivedAnswer answer) {
        try {
            JsonNode fixed = MAPPER.readTree(body);
            for (JsonNode finding : MAPPER.readTree(answer.body().toText()).get("findings")) {
                if (finding.has("fix")) fixed = JsonPatch.apply(finding.get("fix"), fixed);
            }
            return fixed.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersTheSameUnderTheSameKeyAndSaysSo() {
        ReceivedAnswer first = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);
        ReceivedAnswer second = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers())
                .containsEntry("X-Request-Id", "r-38b3a875a5baba799631b15c9614db0f")
                .doesNotContainKey("Idempotency-Replayed");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        var replayed = new LinkedHashMap<>(first.headers());
        replayed.put("Idempotency-Replayed", "true");
        assertThat(second.headers()).isEqualTo(replayed);
    }

    @Test
    void answersTheSameRefusalUnderTheSameKey() {
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty()));

        ReceivedAnswer first = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);
        ReceivedAnswer second = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("Idempotency-Replayed", "true");
    }

    @Test
    void namesTheFirstRequestWhereItsKeyIsUsedForAnother() {
        String first = requestId(post("", withKey("key-1"), AdmissionFixture.GOOD, JO));
        ReceivedAnswer other =
                post("", withKey("key-1"), AdmissionFixture.GOOD.replace("vision", "other"), JO);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().text("instance")).contains("/requests/" + first);
        assertThat(requestId(other)).isEqualTo(AdmissionFixture.ID);
        assertThat(other.body().text("requestId")).contains(AdmissionFixture.ID);
        assertThat(other.body().text("detail").orElseThrow())
                .contains("send that body again", "under a new key");
    }

    @Test
    void namesTheRequestThatIsInProgressAndWhenToTryAgain() {
        admissionFixture.clusters.creating(
                _ -> new CreationResult.Unknown("lost", Optional.empty()));
        ReceivedAnswer open = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);
        assertThat(open.status()).isEqualTo(504);
        assertThat(open.headers()).containsKey("Retry-After");

        ReceivedAnswer answer = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.headers()).containsEntry("Retry-After", "2");
        assertThat(answer.body().text("instance")).contains("/requests/" + requestId(open));
        assertThat(requestId(answer)).isEqualTo(AdmissionFixture.ID);
    }

    @Test
    void showsTheDocumentsOfTheLastAttemptAlone() {
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.THROTTLED, "slower", List.of(), true, Optional.empty()));
        ReceivedAnswer throttled = post("", withKey("key-1"), AdmissionFixture.GOOD, JO);
        admissionFixture.clusters.creating(admissionFixture.clusters::make);
        assertThat(post("", withKey("key-1"), AdmissionFixture.GOOD, JO).status()).isEqualTo(201);

        List<JsonObject> events =
                get("/requests/" + requestId(throttled), JO).body().items("events").stream()
                        .map(JsonObject.class::cast)
                        .toList();

        assertThat(events).hasSize(4);
        assertThat(events.get(0).members()).doesNotContainKeys("body", "request");
        assertThat(events.get(2).members()).containsKeys("body", "request");
    }

    private static String requestId(ReceivedAnswer answer) {
        return answer.headers().get("X-Request-Id");
    }

    private static Map<String, String> withKey(String key) {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("idempotency-KEY", key);
        return headers;
    }

    @Test
    void namesAllowedMethodsAndChallenges() {
        assertThat(send("HEAD", "/health", "", Map.of(), "", NOBODY).headers())
                .containsEntry("Allow", "GET");
        assertThat(send("GET", "/clusters", "", Map.of(), "", JO).headers())
                .containsEntry("Allow", "POST");
        assertThat(post("", JSON, "{}", NOBODY).headers()).containsKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_IN_PROGRESS, true",
        "THROTTLED, true",
        "SAGEMAKER_UNAVAILABLE, true",
        "AUDIT_UNAVAILABLE, true",
        "OUTCOME_UNKNOWN, true",
        "RESOURCE_LIMIT_EXCEEDED, false",
        "CLUSTER_EXISTS, false",
        "INTERNAL, false"
    })
    void saysWhenToTryAgainWhereThatHelps(Problem problem, boolean helps) {
        assertThat(ProblemType.of(problem).retryAfter().isPresent()).isEqualTo(helps);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void reportsEveryProblem(Problem problem) {
        assertThat(ProblemType.of(problem).status()).isBetween(400, 504);
        assertThat(ProblemType.of(problem).title()).isNotBlank();
    }

    @Test
    void isOpenForHealthAndItsOwnDescriptionAlone() {
        for (String path : List.of("/", "/health", "/schema", "/openapi.json")) {
            assertThat(answer(door(), "GET", path, "", Map.of(), "", NOBODY).status())
                    .as(path)
                    .isEqualTo(200);
        }
        for (String path :
                List.of("/policy", "/clusters/vision", "/requests/" + AdmissionFixture.ID)) {
            assertThat(get(path, NOBODY).status()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/schema",
                "/openapi.json",
                "/policy",
                "/clusters/vision",
                "/requests/r-0"
            })
    void refusesUnknownParametersEverywhere(String path) {
        assertThat(send("GET", path, "x=1", Map.of(), "", JO).status()).isEqualTo(400);
    }

    @Test
    void recordsEveryAnswerFrom401OnAndNoRead() {
        send("PUT", "/clusters", "", JSON, "", JO);
        get("/policy", JO);
        assertThat(events()).isEmpty();

        post("dryRun=maybe", JSON, AdmissionFixture.GOOD, JO);
        assertThat(events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.text("outcome")).contains("malformed-request");
                    assertThat(event.members().integer("bodySize"))
                            .contains((long) AdmissionFixture.GOOD.length());
                });
    }

    @Test
    void showsARequestToItsCallerAndToAuditors() {
        post("", JSON, AdmissionFixture.GOOD, JO);

        ReceivedAnswer answer = get("/requests/" + AdmissionFixture.ID, JO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("outcome")).contains("created");
        assertThat(answer.body().items("events")).hasSize(2);
        JsonObject intent = (JsonObject) answer.body().items("events").getFirst();
        assertThat(intent.object("request")).isPresent();
        assertThat(intent.get("findings").orElseThrow().kind()).isEqualTo("an array");
        assertThat(intent.text("body")).contains(AdmissionFixture.GOOD);
        assertThat(intent.members()).doesNotContainKeys("pk", "sk", "listKey", "day");
        assertThat(get("/requests/" + AdmissionFixture.ID, AUDITOR).body().items("events"))
                .hasSize(2);
        assertThat(get("/requests/" + AdmissionFixture.ID, STRANGER).status()).isEqualTo(404);
        assertThat(get("/requests/r-" + "0".repeat(32), JO).status()).isEqualTo(404);
        assertThat(get("/requests/" + AdmissionFixture.ID.toUpperCase(), JO).status())
                .isEqualTo(404);
    }

    @Test
    void showsAnOpenRequest() {
        admissionFixture.refusing(LogMethod.CONCLUDE);
        post("", JSON, AdmissionFixture.GOOD, JO);

        assertThat(get("/requests/" + AdmissionFixture.ID, JO).body().text("outcome"))
                .contains("open");
    }

    @Test
    void showsNobodysRequestToAuditorsAlone() {
        post("", JSON, AdmissionFixture.GOOD, NOBODY);

        assertThat(get("/requests/" + AdmissionFixture.ID, JO).status()).isEqualTo(404);
        assertThat(get("/requests/" + AdmissionFixture.ID, AUDITOR).status()).isEqualTo(200);
    }

    @Test
    void showsAClusterToWhoeverMadeIt() {
        post("", JSON, AdmissionFixture.GOOD, JO);

        ReceivedAnswer answer = get("/clusters/vision", JO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().object("cluster").orElseThrow().text("ClusterArn"))
                .contains(ScriptedClusters.ARN);
        assertThat(answer.body().object("request").orElseThrow().text("outcome"))
                .contains("created");
        assertThat(answer.body().object("request").orElseThrow().integer("httpStatus"))
                .contains(201L);
        assertThat(answer.body().get("state"))
                .isEqualTo(get("/requests/" + AdmissionFixture.ID, JO).body().get("state"))
                .isPresent();
        assertThat(get("/clusters/vision", AUDITOR).body()).isEqualTo(answer.body());
        assertThat(get("/clusters/vision", STRANGER).status()).isEqualTo(404);
        assertThat(get("/clusters/other", JO).status()).isEqualTo(404);
        assertThat(get("/clusters/no_name", JO).status()).isEqualTo(404);
    }

    @Test
    void showsTheStateOfAClusterThatFailed() {
        post("", JSON, AdmissionFixture.GOOD, JO);
        admissionFixture.clusters.putSaying(
                "vision",
                "Failed",
                "Lifecycle scripts did not run successfully",
                Map.of("hyperpod-gateway:request-id", AdmissionFixture.ID));

        JsonObject state = get("/clusters/vision", JO).body().object("state").orElseThrow();

        assertThat(state.object("cluster").orElseThrow().text("status")).contains("Failed");
        assertThat(state.object("cause").orElseThrow().text("id"))
                .contains("lifecycle-script-failed");
    }

    @Test
    void namesTheRecordOfACreatedClusterOnReplaysToo() {
        Map<String, String> keyed = withKey("run-1");

        JsonObject first = post("", keyed, AdmissionFixture.GOOD, JO).body();

        assertThat(first.text("instance"))
                .contains("/requests/" + first.text("requestId").orElseThrow());
        ReceivedAnswer replay = post("", keyed, AdmissionFixture.GOOD, JO);
        assertThat(replay.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(replay.body()).isEqualTo(first);
        assertThat(get(first.text("instance").orElseThrow(), JO).status()).isEqualTo(200);
    }

    @Test
    void linksTheCallersOwnRequestThatHasTheName() {
        String first =
                post("", withKey("run-1"), AdmissionFixture.GOOD, JO)
                        .body()
                        .text("instance")
                        .orElseThrow();
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty()));

        ReceivedAnswer taken = post("", withKey("run-2"), AdmissionFixture.GOOD, JO);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().text("existing")).contains(first);
        assertThat(taken.body().text("instance")).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(detail(taken)).contains("the same body", "new key");
        assertThat(get(taken.body().text("existing").orElseThrow(), JO).status()).isEqualTo(200);
        assertThat(post("", withKey("run-2"), AdmissionFixture.GOOD, JO).body())
                .isEqualTo(taken.body());
        ReceivedAnswer anothers = post("", withKey("run-2"), AdmissionFixture.GOOD, STRANGER);
        assertThat(anothers.status()).isEqualTo(409);
        assertThat(anothers.body().get("existing")).isEmpty();
        assertThat(anothers.body().toText()).doesNotContain(first, "body");
    }

    @Test
    void showsThePolicyInForceToAnybody() {
        JsonObject health = get("/health", NOBODY).body();

        assertThat(health.members())
                .containsOnlyKeys("status", "version", "policyVersion", "policySha256", "model");
        assertThat(health.text("policySha256")).contains("0".repeat(64));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, aws sagemaker delete-cluster --cluster-name vision",
        "PUT, aws sagemaker update-cluster --cluster-name vision",
        "PATCH, aws sagemaker update-cluster --cluster-name vision"
    })
    void namesTheCommandThatChangesACluster(String method, String command) {
        for (Identity identity : List.of(JO, NOBODY)) {
            ReceivedAnswer answer = send(method, "/clusters/vision", "", Map.of(), "", identity);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("Allow", "GET");
            assertThat(answer.body().text("detail").orElseThrow()).contains(command);
        }
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;rm -rf ~",
                "$(reboot)",
                "`id`",
                "a'b",
                "a\"b",
                "a\nb",
                "--all",
                "-a",
                "a-",
                "a|b",
                "NAME&",
                "\u202eoisiv",
                "a_b",
                "%24(id)",
                "\u00e9",
                "a123456789a123456789a123456789a123456789a123456789a123456789a123"
            })
    void putsNoNameIntoACommandThatIsNone(String name) {
        String detail = detail(send("DELETE", "/clusters/" + name, "", Map.of(), "", JO));

        assertThat(detail).endsWith("aws sagemaker delete-cluster --cluster-name NAME");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /clusters/vision",
        "HEAD, /clusters/vision",
        "DELETE, /clusters",
        "DELETE, /requests/vision",
        "PUT, /policy"
    })
    void namesACommandForNothingElse(String method, String path) {
        assertThat(send(method, path, "", Map.of(), "", JO).body().text("detail").orElse(""))
                .doesNotContain("aws sagemaker");
    }

    @Test
    void believesACopiedTagOfNoCluster() {
        post("", JSON, AdmissionFixture.GOOD, JO);
        admissionFixture.clusters.putOther(
                "copy", Map.of("hyperpod-gateway:request-id", AdmissionFixture.ID));

        assertThat(get("/clusters/copy", JO).status()).isEqualTo(404);
        ReceivedAnswer seen = get("/clusters/copy", AUDITOR);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().members()).containsOnlyKeys("cluster");
    }

    @Test
    void reportsWhenItCannotRead() {
        admissionFixture.refusing(LogMethod.EVENTS_OF);
        assertThat(get("/requests/" + AdmissionFixture.ID, JO).status()).isEqualTo(503);
        admissionFixture.clusters.failLookups(
                new LookupFailedException(Problem.THROTTLED, "throttled", new RuntimeException()));
        assertThat(get("/clusters/vision", JO).status()).isEqualTo(429);
        assertThat(admissionFixture.telemetry.unread()).hasSize(2);
    }

    @Test
    void showsThePolicyAndItsDocumentToAuditors() {
        ReceivedAnswer answer = get("/policy", JO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().members().keySet())
                .contains(
                        "version",
                        "sha256",
                        "rules",
                        "instanceTypes",
                        "references",
                        "limits",
                        "prices",
                        "defaults",
                        "tags")
                .doesNotContain("document");
        assertThat(get("/policy", AUDITOR).body().text("document")).isPresent();
    }

    @Test
    void reportsNothingOfABugButTheRequestId() {
        HttpEndpoint failing =
                new ExceptionBarrier(
                        (_, _) -> {
                            throw new IllegalStateException("secret");
                        },
                        admissionFixture.telemetry::internalError);
        ReceivedAnswer answer = send(failing, "GET", "/health", "", Map.of(), "", NOBODY);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toText()).contains(AdmissionFixture.ID).doesNotContain("secret");
        assertThat(answer.headers()).containsEntry("X-Request-Id", AdmissionFixture.ID);
        assertThat(admissionFixture.telemetry.bugs()).hasSize(1);
        assertThat(
                        send(failing, "POST", "/clusters/", "", JSON, AdmissionFixture.GOOD, JO)
                                .body()
                                .text("instance"))
                .contains("/requests/" + AdmissionFixture.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "/schema, application/schema+json, schema.json",
        "/openapi.json, application/json, openapi.json"
    })
    void servesDocumentsAsTheyLie(String path, String type, String file) throws IOException {
        HttpAnswer answer = answer(door(), "GET", path, "", Map.of(), "", NOBODY);

        assertThat(answer.headers()).containsEntry("Content-Type", type);
        try (InputStream there = getClass().getResourceAsStream("/documents/" + file)) {
            assertThat(answer.body())
                    .isEqualTo(new String(there.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/schema", "/openapi.json"})
    void sendsADocumentOnceToWhomeverHasIt(String path) {
        String tag = answer(door(), "GET", path, "", Map.of(), "", NOBODY).headers().get("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        for (String known : List.of(tag, "W/" + tag, "\"other\" , " + tag, "*")) {
            HttpAnswer answer =
                    answer(door(), "GET", path, "", Map.of("if-none-match", known), "", NOBODY);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers())
                    .containsEntry("ETag", tag)
                    .doesNotContainKey("Content-Type");
        }
        HttpAnswer other =
                answer(door(), "GET", path, "", Map.of("If-None-Match", "\"other\""), "", NOBODY);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void servesNothingWhenItIsMisconfigured() {
        HttpEndpoint misconfigured = new MisconfiguredRouter("0.0.0");

        assertThat(send(misconfigured, "GET", "/health", "", Map.of(), "", NOBODY).status())
                .isEqualTo(503);
        ReceivedAnswer answer =
                send(misconfigured, "POST", "/clusters", "", JSON, AdmissionFixture.GOOD, JO);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().text("type"))
                .contains("urn:hyperpod-gateway:problem:gateway-misconfigured");
        assertThat(answer.body().text("instance")).contains("/requests/" + AdmissionFixture.ID);
        for (String path : List.of("/", "/schema", "/openapi.json", "/policy")) {
            assertThat(send(misconfigured, "GET", path, "", Map.of(), "", JO).status())
                    .isEqualTo(502);
        }
        assertThat(send(misconfigured, "GET", "/nowhere", "", Map.of(), "", JO).status())
                .isEqualTo(404);
    }

    private HttpEndpoint door() {
        return new ExceptionBarrier(
                new Router(
                        admissionFixture.admission(),
                        admissionFixture.readAccess(),
                        new Health("0.0.0", "1", "0".repeat(64), () -> JsonObject.EMPTY),
                        admissionFixture.telemetry),
                admissionFixture.telemetry::internalError);
    }

    private List<AuditEvent> events() {
        return admissionFixture.log.eventsOf(AdmissionFixture.ID, Duration.ofSeconds(1));
    }

    private ReceivedAnswer get(String path, Identity identity) {
        return send("GET", path, "", Map.of(), "", identity);
    }

    private ReceivedAnswer post(
            String query, Map<String, String> headers, String body, Identity identity) {
        return send("POST", "/clusters", query, headers, body, identity);
    }

    private ReceivedAnswer send(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        return send(door(), method, path, query, headers, body, identity);
    }

    private static ReceivedAnswer send(
            HttpEndpoint endpoint,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        HttpAnswer answer = answer(endpoint, method, path, query, headers, body, identity);
        assertThat(
                        Description.mistakes(
                                method, path, answer.status(), answer.headers(), answer.body()))
                .as("%s %s as described", method, path)
                .isEmpty();
        return ReceivedAnswer.of(answer);
    }

    private static HttpAnswer answer(
            HttpEndpoint endpoint,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        RequestContext context = AdmissionFixture.context(identity);
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
        return endpoint.answer(request, context).answer();
    }
}
