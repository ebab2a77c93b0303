package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;

import io.hyperpodgateway.admission.Body;
import io.hyperpodgateway.admission.ScriptedClusters;
import io.hyperpodgateway.admission.Stories;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.FailingAuditLog.Call;
import io.hyperpodgateway.audit.Visit;
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

class FrontDoorTest {

    private static final Identity JO = Stories.role("ml-research");
    private static final Identity AUDITOR = Stories.role("platform-audit");
    private static final Identity STRANGER = Stories.role("ml-other");
    private static final Identity NOBODY = new Unidentified("nobody");
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ENVIRONMENT =
            """
              - id: environment
                check: {requiredTags: {Environment: {values: [prod]}}}
            """;

    private final Stories stories = new Stories();

    @Test
    void answersACreatedCluster() {
        Received answer = post("", JSON, Stories.GOOD, JO);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers())
                .containsEntry("Location", "/clusters/vision")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Request-Id", Stories.ID);
        assertThat(answer.body().toText())
                .isEqualTo(
                        "{\"ClusterArn\":\"%s\",\"requestId\":\"%s\",\"instance\":\"/requests/%s\",\"warnings\":[]}"
                                .formatted(ScriptedClusters.ARN, Stories.ID, Stories.ID));
    }

    @Test
    void answersARehearsal() {
        Received answer = post("dryRun=true", JSON, Stories.GOOD, JO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("wouldCreate")).contains(Json.of(true));
        assertThat(answer.body().object("effectiveRequest")).isPresent();
        assertThat(answer.body().get("hourlyCost")).isEmpty();
        assertThat(stories.clusters.requests()).isEmpty();
    }

    @Test
    void tellsTheCostOfARehearsal() {
        stories.policyAlso("prices: {ml.m5.xlarge: 0.2304, ml.t3.large: 1}\n");

        JsonObject cost =
                post("dryRun=true", JSON, Stories.GOOD, JO)
                        .body()
                        .object("hourlyCost")
                        .orElseThrow();
        assertThat(cost.text("total")).contains("0.4608");
        assertThat(cost.text("currency")).contains("USD");
    }

    @Test
    void createsWhenDryRunIsFalse() {
        assertThat(post("dryRun=false", JSON, Stories.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void takesTheMediaTypeOfAwsClients() {
        var aws = Map.of("content-type", "application/x-amz-json-1.1");

        assertThat(post("", aws, Stories.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void printsTheHeaderToSend() {
        var form = Map.of("content-type", "application/x-www-form-urlencoded");

        Received answer = post("", form, Stories.GOOD, JO);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().text("detail").orElseThrow())
                .endsWith("send the header Content-Type: application/json");
    }

    @Test
    void tellsAProblemAsRfc9457HasIt() {
        Received answer = post("", JSON, "{\"ClusterName\": \"no_name\", \"x\": 1}", JO);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body().members().keySet())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "requestId", "findings", "instance");
        assertThat(answer.body().text("type"))
                .contains("urn:hyperpod-gateway:problem:invalid-request");
        assertThat(answer.body().text("instance")).contains("/requests/" + Stories.ID);
        assertThat(answer.body().items("findings")).hasSize(4);
    }

    @Test
    void saysInADenialWhomToAsk() {
        String untagged = Stories.GOOD.replaceAll(",\\s+\"Tags\": \\[.*]", "");
        stories.policyAlso("contact: \"#ml-platform\"\n");

        Received denied = post("dryRun=true", JSON, untagged, JO);

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body().text("contact")).contains("#ml-platform");
        assertThat(get("/policy", JO).body().text("contact")).contains("#ml-platform");
    }

    @Test
    void namesNobodyWhereThePolicyDoesNot() {
        String untagged = Stories.GOOD.replaceAll(",\\s+\"Tags\": \\[.*]", "");

        assertThat(post("", JSON, untagged, JO).body().get("contact")).isEmpty();
        assertThat(get("/policy", JO).body().get("contact")).isEmpty();
    }

    @Test
    void namesNobodyWhereNothingIsDenied() {
        stories.policyAlso("contact: \"#ml-platform\"\n");

        assertThat(post("", JSON, "{}", JO).body().get("contact")).isEmpty();
    }

    @Test
    void saysThatThereIsMoreThanItShows() {
        String members = "{" + "\"a%d\": 1, ".repeat(200) + "\"ClusterName\": \"vision\"}";
        Object[] numbers = IntStream.range(0, 200).boxed().toArray();

        Received answer = post("", JSON, members.formatted(numbers), JO);

        assertThat(answer.body().items("findings")).hasSize(100);
        assertThat(answer.body().text("detail").orElseThrow())
                .startsWith("more than 99 things are wrong");
    }

    /// Each request fails this check and every later one: the earlier answer wins.
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
        String large = "[".repeat(OpenFrontDoor.MAX_BODY + 1);
        Received answer =
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

    private static String detail(Received answer) {
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

        Received answer = post("", headers, "\u001f\u008b", JO);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().text("detail").orElseThrow()).contains("gzip");
    }

    @Test
    void takesBodiesOfTheEncodingThatIsNone() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("content-encoding", "identity");

        assertThat(post("", headers, Stories.GOOD, JO).status()).isEqualTo(201);
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String padded = Stories.GOOD + " ".repeat(OpenFrontDoor.MAX_BODY - Stories.GOOD.length());

        assertThat(post("", JSON, padded, JO).status()).isEqualTo(201);
    }

    @Test
    void refusesABodyAboveTheLimit() {
        String padded =
                Stories.GOOD + " ".repeat(OpenFrontDoor.MAX_BODY + 1 - Stories.GOOD.length());

        assertThat(post("", JSON, padded, JO).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "k, k", "ä"})
    void refusesAKeyThatIsNone(String key) {
        Received answer = post("", withKey(key), Stories.GOOD, JO);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toText()).contains("Idempotency-Key");
        assertThat(stories.clusters.requests()).isEmpty();
    }

    @Test
    void looksAtTheFormOfAKeyInADryRunToo() {
        assertThat(post("dryRun=true", withKey("a b"), Stories.GOOD, JO).status()).isEqualTo(400);
    }

    @Test
    void looksAtTheCallerBeforeTheKey() {
        assertThat(post("", withKey("a b"), "", NOBODY).status()).isEqualTo(401);
    }

    @Test
    void looksAtTheKeyBeforeTheSize() {
        String large = " ".repeat(OpenFrontDoor.MAX_BODY + 1);

        assertThat(post("", withKey("a b"), large, JO).status()).isEqualTo(400);
    }

    @Test
    void tellsEverythingWrongWithQueryAndHeadersAtOnce() {
        Received answer = post("dryRun=maybe", withKey("a b"), "", JO);

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

            Received answer = post("", headers, Stories.GOOD, JO);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().text("type").orElseThrow()).endsWith(":malformed-request");
            assertThat(answer.body().items("findings")).hasSize(1);
            assertThat(detail(answer)).containsIgnoringCase(header).contains(instead);
        }
        assertThat(stories.clusters.requests()).isEmpty();
    }

    @Test
    void refusesANearHeaderOfADryRunToo() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("X-Dry-Run", "true");

        assertThat(post("dryRun=true", headers, Stories.GOOD, JO).status()).isEqualTo(400);
    }

    @Test
    void looksAtTheCallerBeforeANearHeader() {
        var headers = new LinkedHashMap<>(JSON);
        headers.put("X-Dry-Run", "true");

        assertThat(post("", headers, Stories.GOOD, NOBODY).status()).isEqualTo(401);
    }

    @Test
    void namesEveryNearHeaderAndNeverItsValue() {
        var headers = new LinkedHashMap<>(withKey("a b"));
        headers.put("X-Dry-Run", "hush-1");
        headers.put("x-" + "-".repeat(500) + "client-token", "hush-2");

        Received answer = post("dryRun=maybe", headers, "", JO);

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

        assertThat(post("", headers, Stories.GOOD, JO).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "IDEMPOTENCY-KEY", "idempotency-key"})
    void takesTheKeyInAnyLetterCase(String header) {
        var headers = new LinkedHashMap<>(JSON);
        headers.put(header, "key-1");

        assertThat(post("", headers, Stories.GOOD, JO).headers())
                .containsEntry("X-Request-Id", "r-38b3a875a5baba799631b15c9614db0f");
    }

    /// Three mistakes that three checks find: a quoted number, a type that policy refuses, and a
    /// tag in other letter case. One answer names them, and its fixes apply one after the other.
    @ParameterizedTest
    @ValueSource(strings = {"", "dryRun=true"})
    void saysInOneRoundWhatThreeRoundsSaid(String query) {
        stories.policyAlso(ENVIRONMENT);
        String body =
                Stories.GOOD
                        .replace("\"InstanceCount\": 2", "\"InstanceCount\": \"2\"")
                        .replace("ml.m5.xlarge", "ml.p5.48xlarge")
                        .replace(
                                "\"Tags\": [",
                                "\"Tags\": [{\"key\": \"Environment\", \"Value\": \"Prod\"}, ")
                        .replace("\"Team\"", "\"Crew\"");

        Received answer = post(query, JSON, body, JO);

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
        var next = new FrontDoorTest();
        next.stories.policyAlso(ENVIRONMENT);
        assertThat(next.post(query, JSON, fixed, JO).status()).isLessThan(300);
    }

    private static String fixed(String body, Received answer) {
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
        Received first = post("", withKey("key-1"), Stories.GOOD, JO);
        Received second = post("", withKey("key-1"), Stories.GOOD, JO);

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
        stories.clusters.creating(_ ->
                new Creation.NotMade(
                        Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty()));

        Received first = post("", withKey("key-1"), Stories.GOOD, JO);
        Received second = post("", withKey("key-1"), Stories.GOOD, JO);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("Idempotency-Replayed", "true");
    }

    @Test
    void namesTheFirstRequestWhereItsKeyIsUsedForAnother() {
        String first = requestId(post("", withKey("key-1"), Stories.GOOD, JO));
        Received other = post("", withKey("key-1"), Stories.GOOD.replace("vision", "other"), JO);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().text("instance")).contains("/requests/" + first);
        assertThat(requestId(other)).isEqualTo(Stories.ID);
        assertThat(other.body().text("requestId")).contains(Stories.ID);
        assertThat(other.body().text("detail").orElseThrow())
                .contains("send that body again", "under a new key");
    }

    @Test
    void namesTheRequestThatIsInProgressAndWhenToTryAgain() {
        stories.clusters.creating(_ -> new Creation.Unknown("lost", Optional.empty()));
        Received open = post("", withKey("key-1"), Stories.GOOD, JO);
        assertThat(open.status()).isEqualTo(504);
        assertThat(open.headers()).containsKey("Retry-After");

        Received answer = post("", withKey("key-1"), Stories.GOOD, JO);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.headers()).containsEntry("Retry-After", "2");
        assertThat(answer.body().text("instance")).contains("/requests/" + requestId(open));
        assertThat(requestId(answer)).isEqualTo(Stories.ID);
    }

    @Test
    void showsTheDocumentsOfTheLastAttemptAlone() {
        stories.clusters.creating(_ ->
                new Creation.NotMade(
                        Problem.THROTTLED, "slower", List.of(), true, Optional.empty()));
        Received throttled = post("", withKey("key-1"), Stories.GOOD, JO);
        stories.clusters.creating(stories.clusters::make);
        assertThat(post("", withKey("key-1"), Stories.GOOD, JO).status()).isEqualTo(201);

        List<JsonObject> events =
                get("/requests/" + requestId(throttled), JO).body().items("events").stream()
                        .map(JsonObject.class::cast)
                        .toList();

        assertThat(events).hasSize(4);
        assertThat(events.get(0).members()).doesNotContainKeys("body", "request");
        assertThat(events.get(2).members()).containsKeys("body", "request");
    }

    private static String requestId(Received answer) {
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
    void tellsEveryProblem(Problem problem) {
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
        for (String path : List.of("/policy", "/clusters/vision", "/requests/" + Stories.ID)) {
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

        post("dryRun=maybe", JSON, Stories.GOOD, JO);
        assertThat(events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.text("outcome")).contains("malformed-request");
                    assertThat(event.members().integer("bodySize"))
                            .contains((long) Stories.GOOD.length());
                });
    }

    @Test
    void showsARequestToItsCallerAndToAuditors() {
        post("", JSON, Stories.GOOD, JO);

        Received answer = get("/requests/" + Stories.ID, JO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("outcome")).contains("created");
        assertThat(answer.body().items("events")).hasSize(2);
        JsonObject intent = (JsonObject) answer.body().items("events").getFirst();
        assertThat(intent.object("request")).isPresent();
        assertThat(intent.get("findings").orElseThrow().kind()).isEqualTo("an array");
        assertThat(intent.text("body")).contains(Stories.GOOD);
        assertThat(intent.members()).doesNotContainKeys("pk", "sk", "listKey", "day");
        assertThat(get("/requests/" + Stories.ID, AUDITOR).body().items("events")).hasSize(2);
        assertThat(get("/requests/" + Stories.ID, STRANGER).status()).isEqualTo(404);
        assertThat(get("/requests/r-" + "0".repeat(32), JO).status()).isEqualTo(404);
        assertThat(get("/requests/" + Stories.ID.toUpperCase(), JO).status()).isEqualTo(404);
    }

    @Test
    void showsAnOpenRequest() {
        stories.refusing(Call.CONCLUDE);
        post("", JSON, Stories.GOOD, JO);

        assertThat(get("/requests/" + Stories.ID, JO).body().text("outcome")).contains("open");
    }

    @Test
    void showsNobodysRequestToAuditorsAlone() {
        post("", JSON, Stories.GOOD, NOBODY);

        assertThat(get("/requests/" + Stories.ID, JO).status()).isEqualTo(404);
        assertThat(get("/requests/" + Stories.ID, AUDITOR).status()).isEqualTo(200);
    }

    @Test
    void showsAClusterToWhoeverMadeIt() {
        post("", JSON, Stories.GOOD, JO);

        Received answer = get("/clusters/vision", JO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().object("cluster").orElseThrow().text("ClusterArn"))
                .contains(ScriptedClusters.ARN);
        assertThat(answer.body().object("request").orElseThrow().text("outcome"))
                .contains("created");
        assertThat(answer.body().object("request").orElseThrow().integer("httpStatus"))
                .contains(201L);
        assertThat(answer.body().get("state"))
                .isEqualTo(get("/requests/" + Stories.ID, JO).body().get("state"))
                .isPresent();
        assertThat(get("/clusters/vision", AUDITOR).body()).isEqualTo(answer.body());
        assertThat(get("/clusters/vision", STRANGER).status()).isEqualTo(404);
        assertThat(get("/clusters/other", JO).status()).isEqualTo(404);
        assertThat(get("/clusters/no_name", JO).status()).isEqualTo(404);
    }

    @Test
    void showsTheStateOfAClusterThatFailed() {
        post("", JSON, Stories.GOOD, JO);
        stories.clusters.putSaying(
                "vision",
                "Failed",
                "Lifecycle scripts did not run successfully",
                Map.of("hyperpod-gateway:request-id", Stories.ID));

        JsonObject state = get("/clusters/vision", JO).body().object("state").orElseThrow();

        assertThat(state.object("cluster").orElseThrow().text("status")).contains("Failed");
        assertThat(state.object("cause").orElseThrow().text("id"))
                .contains("lifecycle-script-failed");
    }

    @Test
    void namesTheRecordOfACreatedClusterOnReplaysToo() {
        Map<String, String> keyed = withKey("run-1");

        JsonObject first = post("", keyed, Stories.GOOD, JO).body();

        assertThat(first.text("instance"))
                .contains("/requests/" + first.text("requestId").orElseThrow());
        Received replay = post("", keyed, Stories.GOOD, JO);
        assertThat(replay.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(replay.body()).isEqualTo(first);
        assertThat(get(first.text("instance").orElseThrow(), JO).status()).isEqualTo(200);
    }

    @Test
    void linksTheCallersOwnRequestThatHasTheName() {
        String first =
                post("", withKey("run-1"), Stories.GOOD, JO).body().text("instance").orElseThrow();
        stories.clusters.creating(_ ->
                new Creation.NotMade(
                        Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty()));

        Received taken = post("", withKey("run-2"), Stories.GOOD, JO);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().text("existing")).contains(first);
        assertThat(taken.body().text("instance")).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(detail(taken)).contains("the same body", "new key");
        assertThat(get(taken.body().text("existing").orElseThrow(), JO).status()).isEqualTo(200);
        assertThat(post("", withKey("run-2"), Stories.GOOD, JO).body()).isEqualTo(taken.body());
        Received anothers = post("", withKey("run-2"), Stories.GOOD, STRANGER);
        assertThat(anothers.status()).isEqualTo(409);
        assertThat(anothers.body().get("existing")).isEmpty();
        assertThat(anothers.body().toText()).doesNotContain(first, "body");
    }

    @Test
    void tellsWhichPolicyIsInForceToAnybody() {
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
            Received answer = send(method, "/clusters/vision", "", Map.of(), "", identity);
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
        post("", JSON, Stories.GOOD, JO);
        stories.clusters.putOther("copy", Map.of("hyperpod-gateway:request-id", Stories.ID));

        assertThat(get("/clusters/copy", JO).status()).isEqualTo(404);
        Received seen = get("/clusters/copy", AUDITOR);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().members()).containsOnlyKeys("cluster");
    }

    @Test
    void tellsWhenItCannotRead() {
        stories.refusing(Call.EVENTS_OF);
        assertThat(get("/requests/" + Stories.ID, JO).status()).isEqualTo(503);
        stories.clusters.failLookups(
                new LookupFailedException(Problem.THROTTLED, "throttled", new RuntimeException()));
        assertThat(get("/clusters/vision", JO).status()).isEqualTo(429);
        assertThat(stories.telemetry.unread()).hasSize(2);
    }

    @Test
    void showsThePolicyAndItsDocumentToAuditors() {
        Received answer = get("/policy", JO);
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
    void tellsNothingOfABugButTheRequestId() {
        FrontDoor failing =
                new FailingSafe(
                        (_, _) -> {
                            throw new IllegalStateException("secret");
                        },
                        stories.telemetry::bug);
        Received answer = send(failing, "GET", "/health", "", Map.of(), "", NOBODY);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toText()).contains(Stories.ID).doesNotContain("secret");
        assertThat(answer.headers()).containsEntry("X-Request-Id", Stories.ID);
        assertThat(stories.telemetry.bugs()).hasSize(1);
        assertThat(
                        send(failing, "POST", "/clusters/", "", JSON, Stories.GOOD, JO)
                                .body()
                                .text("instance"))
                .contains("/requests/" + Stories.ID);
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
        FrontDoor closed = new ClosedFrontDoor("0.0.0");

        assertThat(send(closed, "GET", "/health", "", Map.of(), "", NOBODY).status())
                .isEqualTo(503);
        Received answer = send(closed, "POST", "/clusters", "", JSON, Stories.GOOD, JO);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().text("type"))
                .contains("urn:hyperpod-gateway:problem:gateway-misconfigured");
        assertThat(answer.body().text("instance")).contains("/requests/" + Stories.ID);
        for (String path : List.of("/", "/schema", "/openapi.json", "/policy")) {
            assertThat(send(closed, "GET", path, "", Map.of(), "", JO).status()).isEqualTo(502);
        }
        assertThat(send(closed, "GET", "/nowhere", "", Map.of(), "", JO).status()).isEqualTo(404);
    }

    private FrontDoor door() {
        return new FailingSafe(
                new OpenFrontDoor(
                        stories.admission(),
                        stories.inquiry(),
                        new Health("0.0.0", "1", "0".repeat(64), () -> JsonObject.EMPTY),
                        stories.telemetry),
                stories.telemetry::bug);
    }

    private List<AuditEvent> events() {
        return stories.log.eventsOf(Stories.ID, Duration.ofSeconds(1));
    }

    private Received get(String path, Identity identity) {
        return send("GET", path, "", Map.of(), "", identity);
    }

    private Received post(
            String query, Map<String, String> headers, String body, Identity identity) {
        return send("POST", "/clusters", query, headers, body, identity);
    }

    private Received send(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        return send(door(), method, path, query, headers, body, identity);
    }

    private static Received send(
            FrontDoor door,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        HttpAnswer answer = answer(door, method, path, query, headers, body, identity);
        assertThat(
                        Description.mistakes(
                                method, path, answer.status(), answer.headers(), answer.body()))
                .as("%s %s as described", method, path)
                .isEmpty();
        return Received.of(answer);
    }

    private static HttpAnswer answer(
            FrontDoor door,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity) {
        Visit visit = Stories.visit(identity);
        var request =
                new HttpRequest(
                        method,
                        path,
                        query,
                        new Headers(headers),
                        Body.of(body.getBytes(StandardCharsets.UTF_8)),
                        identity,
                        visit.origin(),
                        () -> Duration.ofSeconds(28));
        return door.answer(request, visit).answer();
    }
}
