package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The packaged function, end to end: every route, and its effects on the record and SageMaker.
class GatewayIT {

    @AutoClose private static final FunctionFixture fixture = FunctionFixture.start();

    @Test
    void makesAClusterThatCarriesTheTagAndLeavesIntentAndOutcome() {
        Response response = fixture.send(Events.create("made"));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().text("Location")).contains("/clusters/made");
        String arn = response.body().text("ClusterArn").orElseThrow();
        assertThat(arn).matches("arn:aws:sagemaker:us-east-1:\\d{12}:cluster/[a-z0-9]{12}");
        assertThat(response.body().text("requestId")).contains(response.requestId());
        List<AuditEvent> events = fixture.record(response.requestId());
        assertThat(events)
                .extracting(AuditEvent::type)
                .containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(events).allMatch(AuditEvent::hashMatches);
        assertThat(events.getLast().text("clusterArn")).contains(arn);
        assertThat(fixture.openIntents()).isZero();
        JsonObject sent = sent("made");
        assertThat(sent)
                .isEqualTo(FunctionFixture.object(events.getFirst().text("request").orElseThrow()));
        assertThat(sent.items("Tags"))
                .last()
                .isEqualTo(
                        JsonObject.of("Key", Json.of("hyperpod-gateway:request-id"))
                                .with("Value", Json.of(response.requestId())));
    }

    @Test
    void dryRunsWithoutCreating() {
        JsonObject event = Events.named("dry-run");
        Response response = fixture.send(event);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().get("wouldCreate")).contains(Json.of(true));
        assertThat(response.body().object("effectiveRequest").orElseThrow().items("InstanceGroups"))
                .isEqualTo(Events.body(event).items("InstanceGroups"));
        assertThat(fixture.record(response.requestId()))
                .extracting(AuditEvent::type)
                .containsExactly(EventType.DRY_RUN);
        assertThat(fixture.sageMaker().clusters().find("vision-rehearsal")).isEmpty();
    }

    @Test
    void dryRunsWhenTheEventHoldsItsParametersOnly() {
        JsonObject event = Events.named("dry-run").without("rawQueryString");

        assertThat(fixture.send(event).body().get("wouldCreate")).contains(Json.of(true));
    }

    @Test
    void listsTheRequestsOfACallerPageByPage() {
        JsonObject authorizer = role("lister");
        List<String> made = new ArrayList<>();
        for (String name : List.of("listed-1", "listed-2", "listed-3")) {
            made.add(fixture.send(Events.by(Events.create(name), authorizer)).requestId());
        }

        Response first = fixture.send(Events.by(list("limit=2"), authorizer));
        String next = first.body().text("next").orElseThrow();
        Response second = fixture.send(Events.by(list("limit=2&next=" + next), authorizer));

        assertThat(ids(first)).containsExactly(made.get(2), made.get(1));
        assertThat(ids(second)).containsExactly(made.get(0));
        assertThat(second.body().get("next")).isEmpty();
        assertThat(((JsonObject) first.body().items("requests").getFirst()).text("outcome"))
                .contains("created");
        assertThat(fixture.send(list("next=" + next)).status()).isEqualTo(400);
        assertThat(ids(fixture.send(list("cluster=listed-1")))).isEmpty();
        JsonObject state =
                fixture.send(Events.by(Events.get("/requests/" + made.get(0)), authorizer))
                        .body()
                        .object("state")
                        .orElseThrow();
        assertThat(state.object("cluster").orElseThrow().text("status")).contains("Creating");
    }

    private static JsonObject list(String query) {
        return Events.named("requests").with("rawQueryString", Json.of(query));
    }

    private static JsonObject role(String name) {
        return FunctionFixture.object(
                Events.named("requests")
                        .object("requestContext")
                        .flatMap(context -> context.object("authorizer"))
                        .orElseThrow()
                        .toText()
                        .replace("assumed-role/ml-research/", "assumed-role/" + name + "/"));
    }

    private static List<String> ids(Response response) {
        return response.body().items("requests").stream()
                .map(request -> ((JsonObject) request).text("requestId").orElseThrow())
                .toList();
    }

    @Test
    void showsTheClusterAndTheRequestToTheCallerAlone() {
        Response created = fixture.send(Events.create("shown"));
        String requestId = created.requestId();

        Response cluster = fixture.send(Events.get("/clusters/shown"));
        assertThat(cluster.status()).isEqualTo(200);
        JsonObject described = cluster.body().object("cluster").orElseThrow();
        assertThat(described.text("ClusterArn")).isEqualTo(created.body().text("ClusterArn"));
        assertThat(described.get("CreationTime").orElseThrow().kind()).isEqualTo("a number");
        assertThat(cluster.body().object("request").orElseThrow().text("requestId"))
                .contains(requestId);

        Response request = fixture.send(Events.get("/requests/" + requestId));
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.body().text("outcome")).contains("created");
        assertThat(request.body().items("events")).hasSize(2);

        JsonObject stranger =
                Events.named("create-jwt")
                        .object("requestContext")
                        .flatMap(context -> context.object("authorizer"))
                        .orElseThrow();
        assertThat(fixture.send(Events.by(Events.get("/clusters/shown"), stranger)).status())
                .isEqualTo(404);
        assertThat(fixture.send(Events.by(Events.get("/requests/" + requestId), stranger)).status())
                .isEqualTo(404);
    }

    @Test
    void takesABodyInBase64() {
        JsonObject event = Events.create("encoded");
        String body =
                Base64.getEncoder()
                        .encodeToString(
                                event.text("body").orElseThrow().getBytes(StandardCharsets.UTF_8));

        assertThat(
                        fixture.send(
                                        event.with("body", Json.of(body))
                                                .with("isBase64Encoded", Json.of(true)))
                                .status())
                .isEqualTo(201);
        assertThat(
                        fixture.send(
                                        event.with("body", Json.of("*"))
                                                .with("isBase64Encoded", Json.of(true)))
                                .problem())
                .isEqualTo("malformed-request");
    }

    @Test
    void answersTheSameUnderTheSameKey() {
        JsonObject event = Events.with(Events.create("keyed"), "Idempotency-Key", "keyed-1");
        Response first = fixture.send(event);
        Response second = fixture.send(event);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().text("Idempotency-Replayed")).contains("true");
        assertThat(second.requestId()).isEqualTo(first.requestId());
        assertThat(fixture.record(first.requestId())).hasSize(2);

        JsonObject other = Events.with(Events.create("other"), "Idempotency-Key", "keyed-1");
        Response reused = fixture.send(other);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(reused.body().text("instance")).contains("/requests/" + first.requestId());
        assertThat(fixture.sageMaker().clusters().find("other")).isEmpty();
    }

    @Test
    void answersANameThatIsTaken() {
        fixture.send(Events.create("taken"));

        Response response = fixture.send(Events.create("taken"));
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.problem()).isEqualTo("cluster-exists");
        assertThat(fixture.record(response.requestId()))
                .extracting(AuditEvent::type)
                .containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(fixture.openIntents()).isZero();
    }

    @Test
    void reportsEverythingThatIsWrongAtOnceInTheOrderOfTheDocument() {
        JsonObject group =
                (JsonObject) Events.body(Events.create("x")).items("InstanceGroups").getFirst();
        JsonObject body =
                JsonObject.of("ClusterName", Json.of("no_name"))
                        .with(
                                "InstanceGroups",
                                new JsonArray(
                                        List.of(
                                                group.without("ExecutionRole")
                                                        .with("InstanceCount", Json.of("2"))
                                                        .with("instanceTyp", Json.of("x")))))
                        .with("NodeRecovery", Json.of("automatic"))
                        .with(
                                "Tags",
                                new JsonArray(
                                        List.of(
                                                JsonObject.of("Key", Json.of("HyperPod-Gateway:x"))
                                                        .with("Value", Json.of("")))));

        Response response = fixture.send(Events.create("x").with("body", Json.of(body.toText())));
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.findings())
                .containsExactly(
                        "pattern /ClusterName",
                        "type /InstanceGroups/0/InstanceCount",
                        "unknown-member /InstanceGroups/0/instanceTyp",
                        "required /InstanceGroups/0/ExecutionRole",
                        "enum /NodeRecovery",
                        "ownership-tags /Tags",
                        "ownership-tags /Tags",
                        "ownership-tags /Tags",
                        "reserved-tag /Tags/0/Key");
        assertThat(fixture.record(response.requestId()))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.text("findings").orElseThrow()).contains("reserved-tag"));
    }

    @Test
    void answersProblemsBeforeAdmission() {
        JsonObject good = Events.create("never");

        assertThat(fixture.send(Events.at(good, "POST", "/nowhere")).problem())
                .isEqualTo("not-found");
        Response wrongMethod = fixture.send(Events.at(good, "DELETE", "/clusters"));
        assertThat(wrongMethod.problem()).isEqualTo("method-not-allowed");
        assertThat(wrongMethod.headers().text("Allow")).contains("POST");
        assertThat(fixture.send(Events.with(good, "Idempotency-Key", "a, b")).problem())
                .isEqualTo("malformed-request");
        assertThat(fixture.send(good.with("rawQueryString", Json.of("dryRun=maybe"))).problem())
                .isEqualTo("malformed-request");
        assertThat(fixture.send(good.with("body", Json.of("[" + " ".repeat(262_144)))).problem())
                .isEqualTo("payload-too-large");
        assertThat(fixture.send(good.without("body")).problem()).isEqualTo("malformed-request");
        assertThat(fixture.sageMaker().clusters().find("never")).isEmpty();
    }

    @Test
    void answersAnEventThatIsNone() {
        assertThat(fixture.send(JsonObject.EMPTY).problem()).isEqualTo("not-found");
        assertThat(fixture.send(JsonObject.of("requestContext", Json.of("x"))).status())
                .isEqualTo(404);
    }

    @Test
    void takesNothingOfTheClientsForIdentity() {
        JsonObject event = Events.named("refused-no-identity");
        for (String header :
                List.of(
                        "authorization",
                        "x-local-principal",
                        "x-amzn-iam-arn",
                        "x-amz-security-token")) {
            event = Events.with(event, header, "arn:aws:iam::000000000000:user/local");
        }

        assertThat(fixture.send(event).problem()).isEqualTo("unidentified");
    }

    @ParameterizedTest
    @CsvSource({
        "user, arn:aws:iam::000000000000:user/team/jo",
        "assumed-role, arn:aws:iam::000000000000:role/ml-research",
        "federated-user, arn:aws:sts::000000000000:federated-user/jo",
        "root, arn:aws:iam::000000000000:root",
        "jwt, jwt:idp.example.com/ml#jo-4711"
    })
    void recordsWhoAsked(String identity, String principal) throws IOException {
        JsonObject authorizer;
        try (var stream = getClass().getResourceAsStream("/identities/" + identity + ".json")) {
            authorizer =
                    FunctionFixture.object(
                                    new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                            .object("requestContext")
                            .flatMap(context -> context.object("authorizer"))
                            .orElseThrow();
        }

        Response response = fixture.send(Events.by(Events.create("by-" + identity), authorizer));
        assertThat(response.status()).isEqualTo(201);
        assertThat(fixture.record(response.requestId()))
                .allSatisfy(event -> assertThat(event.text("principal")).contains(principal));
    }

    @Test
    void showsHealthToAnybody() {
        Response response = fixture.send(Events.named("health"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().text("status")).contains("ok");
        assertThat(response.body().text("version")).isPresent();
        assertThat(response.body().text("policyVersion")).isPresent();
        JsonObject model = response.body().object("model").orElseThrow();
        assertThat(model.members()).containsOnlyKeys("apiVersion", "date", "fingerprint");
        assertThat(model.text("date").orElseThrow()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(model.text("fingerprint").orElseThrow()).hasSize(64);
    }

    private static JsonObject sent(String clusterName) {
        return fixture.sageMaker().requests(StandInOperation.CREATE_CLUSTER).stream()
                .map(request -> FunctionFixture.object(request.body()))
                .filter(request ->
                        request.text("ClusterName").filter(clusterName::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
