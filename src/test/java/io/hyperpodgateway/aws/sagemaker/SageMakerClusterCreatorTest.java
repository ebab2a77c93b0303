package io.hyperpodgateway.aws.sagemaker;

import static io.hyperpodgateway.aws.ScriptedServer.error;
import static io.hyperpodgateway.aws.ScriptedServer.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.CreationResult.Made;
import io.hyperpodgateway.admission.port.CreationResult.NotMade;
import io.hyperpodgateway.admission.port.CreationResult.Unknown;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.ScriptedServer;
import io.hyperpodgateway.aws.ScriptedServer.ScriptedAnswer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

class SageMakerClusterCreatorTest {

    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final JsonObject REQUEST = JsonObject.of("ClusterName", Json.of("ml-1"));
    private static final String ARN = "arn:aws:sagemaker:eu-west-1:111122223333:cluster/abc123";

    @Test
    void makesACluster() throws IOException {
        try (var server = ScriptedServer.answering(ok("{\"ClusterArn\":\"" + ARN + "\"}"))) {
            assertThat(create(server)).isEqualTo(new Made(ARN, Optional.of("aws-request-1")));
            assertThat(server.calls())
                    .containsExactly(
                            new ScriptedServer.ReceivedCall(
                                    "CreateCluster", "{\"ClusterName\":\"ml-1\"}"));
        }
    }

    @Test
    void takesAnArnOfAnotherShape() throws IOException {
        try (var server = ScriptedServer.answering(ok("{\"ClusterArn\":\"an emulator's\"}"))) {
            assertThat(create(server))
                    .isEqualTo(new Made("an emulator's", Optional.of("aws-request-1")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ResourceInUse, CLUSTER_EXISTS, false",
        "400, ResourceLimitExceeded, RESOURCE_LIMIT_EXCEEDED, false",
        "400, ValidationException, REJECTED_BY_SAGEMAKER, false",
        "400, SomethingNew, REJECTED_BY_SAGEMAKER, false",
        "404, ResourceNotFound, REJECTED_BY_SAGEMAKER, false",
        "400, AccessDeniedException, GATEWAY_MISCONFIGURED, false",
        "400, ExpiredTokenException, GATEWAY_MISCONFIGURED, false",
        "400, UnrecognizedClientException, GATEWAY_MISCONFIGURED, false",
        "403, InvalidSignatureException, GATEWAY_MISCONFIGURED, false",
        "503, ServiceUnavailable, SAGEMAKER_UNAVAILABLE, true",
        "503, ServiceUnavailableException, SAGEMAKER_UNAVAILABLE, true"
    })
    void reportsWhatCertainlyMadeNone(int status, String code, Problem problem, boolean retryHelps)
            throws IOException {
        try (var server = ScriptedServer.answering(error(status, code, "so it is"))) {
            NotMade notMade = notMade(create(server));

            assertThat(notMade.problem()).isEqualTo(problem);
            assertThat(notMade.detail()).contains(code);
            assertThat(notMade.retryHelps()).isEqualTo(retryHelps);
            assertThat(notMade.awsRequestId()).contains("aws-request-1");
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "429, TooManyRequestsException", "400, Throttling"})
    void triesAgainWhatWasThrottled(int status, String code) throws IOException {
        try (var server =
                ScriptedServer.answering(
                        error(status, code, "Rate exceeded"),
                        ok("{\"ClusterArn\":\"" + ARN + "\"}"))) {
            assertThat(create(server)).isInstanceOf(Made.class);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void reportsWhatStaysThrottled() throws IOException {
        try (var server =
                ScriptedServer.answering(error(400, "ThrottlingException", "Rate exceeded"))) {
            NotMade notMade = notMade(create(server));

            assertThat(notMade.problem()).isEqualTo(Problem.THROTTLED);
            assertThat(notMade.retryHelps()).isTrue();
            assertThat(server.calls()).hasSize(3);
        }
    }

    static Stream<ScriptedAnswer> unknown() {
        return Stream.of(
                error(500, "InternalFailure", "oh"),
                error(500, "ServiceUnavailable", "not a 503"),
                new ScriptedAnswer(500, "text/html", "<html>"),
                new ScriptedAnswer(502, "text/html", "<html>Bad Gateway</html>"),
                new ScriptedAnswer(503, "text/html", "<html>from nobody knows whom</html>"),
                error(504, "GatewayTimeout", "oh"),
                ok("{}"),
                ok(""),
                ok("{\"ClusterArn\":\"\"}"),
                ok("{\"ClusterArn\":"),
                new ScriptedAnswer(200, "text/html", "<html>"),
                new ScriptedAnswer(400, "text/html", "<html>"),
                new ScriptedAnswer(403, "application/json", "{}"),
                new ScriptedAnswer(302, "text/html", ""),
                new ScriptedAnswer(307, "text/html", ""));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void doesNotGuessAndNeverSendsTwice(ScriptedAnswer answer) throws IOException {
        try (var server = ScriptedServer.answering(answer)) {
            assertThat(create(server)).isInstanceOf(Unknown.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void doesNotKnowWhatAnOverdueAnswerWouldSay() throws IOException {
        Duration budget = Duration.ofMillis(1500);
        try (var server = ScriptedServer.silent()) {
            long before = System.nanoTime();

            CreationResult creation = create(server.endpoint(), budget);

            assertThat(creation).isInstanceOf(Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(budget.plusSeconds(1));
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void doesNotStumbleOverABudgetThatIsUsedUp() throws IOException {
        try (var server = ScriptedServer.silent()) {
            assertThat(create(server.endpoint(), Duration.ofSeconds(-1)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void sendsOnceWhereTheConnectionIsResetAfterSending() throws IOException {
        try (var server = ResettingServer.atOnce()) {
            assertThat(create(server.endpoint(), BUDGET)).isInstanceOf(Unknown.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void sendsOnceWhereAKeptConnectionIsResetAfterSending() throws IOException {
        try (var server = ResettingServer.after("{\"ClusterArn\":\"" + ARN + "\"}");
                SageMakerClient client = TestClients.sageMaker(server.endpoint())) {
            var creator = new SageMakerClusterCreator(client);
            assertThat(creator.create(REQUEST, BUDGET)).isInstanceOf(Made.class);

            assertThat(creator.create(REQUEST, BUDGET)).isInstanceOf(Unknown.class);

            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheJdkFromSendingTwice() {
        TestClients.clients();

        assertThat(System.getProperty("sun.net.http.retryPost")).isEqualTo("false");
    }

    @Test
    void knowsThatARefusedConnectionMadeNone() throws IOException {
        NotMade notMade = notMade(create(nobodyThere(), BUDGET));

        assertThat(notMade.problem()).isEqualTo(Problem.SAGEMAKER_UNAVAILABLE);
        assertThat(notMade.retryHelps()).isTrue();
    }

    @Test
    void knowsThatAnUnknownHostMadeNone() {
        CreationResult creation = create(URI.create("http://no-such-host.invalid"), BUDGET);

        assertThat(notMade(creation).problem()).isEqualTo(Problem.SAGEMAKER_UNAVAILABLE);
    }

    @Test
    void knowsThatAFailedHandshakeMadeNone() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> hangUp(socket));

            CreationResult creation =
                    create(URI.create("https://127.0.0.1:" + socket.getLocalPort()), BUDGET);

            assertThat(notMade(creation).problem()).isEqualTo(Problem.SAGEMAKER_UNAVAILABLE);
        }
    }

    @Test
    void knowsThatWithoutCredentialsNothingWasSent() throws IOException {
        AwsCredentialsProvider none =
                () -> {
                    throw SdkClientException.create("Unable to load credentials");
                };
        try (var server = ScriptedServer.answering(ok("{}"));
                SageMakerClient client =
                        new AwsClients("eu-west-1", none, (_, _) -> {})
                                .sageMaker(Optional.of(server.endpoint()))) {
            CreationResult creation = new SageMakerClusterCreator(client).create(REQUEST, BUDGET);

            assertThat(notMade(creation).problem()).isEqualTo(Problem.GATEWAY_MISCONFIGURED);
            assertThat(server.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SageMaker cannot assume the execution role arn:aws:iam::1:role/x |"
                        + " execution-role-not-assumable | true",
                "We currently do not have sufficient capacity for the requested instance type(s) |"
                        + " insufficient-capacity | true",
                "The account-level service limit is 0 Instances | quota-exceeded-in-validation |"
                        + " false"
            })
    void translatesWhatItKnows(String message, String rule, boolean retryHelps) throws IOException {
        try (var server =
                ScriptedServer.answering(error(400, "ValidationException", message.trim()))) {
            NotMade notMade = notMade(create(server));

            assertThat(notMade.problem()).isEqualTo(Problem.REJECTED_BY_SAGEMAKER);
            assertThat(notMade.detail()).contains(message.trim());
            assertThat(notMade.findings()).extracting(Finding::rule).containsExactly(rule);
            assertThat(notMade.findings())
                    .extracting(Finding::source)
                    .containsExactly(Finding.Source.SAGEMAKER);
            assertThat(notMade.findings().getFirst().message()).contains(message.trim());
            assertThat(notMade.retryHelps()).isEqualTo(retryHelps);
        }
    }

    @ParameterizedTest
    @CsvSource({"ResourceInUse, cluster-name-taken", "ResourceLimitExceeded, quota-exceeded"})
    void translatesByCode(String code, String rule) throws IOException {
        try (var server = ScriptedServer.answering(error(400, code, "so it is"))) {
            NotMade notMade = notMade(create(server));

            assertThat(notMade.findings()).extracting(Finding::rule).containsExactly(rule);
            assertThat(notMade.detail()).contains("so it is");
        }
    }

    @Test
    void keepsAMessageItDoesNotKnow() throws IOException {
        try (var server =
                ScriptedServer.answering(error(400, "ValidationException", "1 error: é"))) {
            NotMade notMade = notMade(create(server));

            assertThat(notMade.detail()).contains("1 error: é");
            assertThat(notMade.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidSignatureException", "ExpiredTokenException"})
    void revealsNoSecret(String code) throws IOException {
        try (var server =
                ScriptedServer.answering(error(403, code, "x-amz-security-token:SECRET"))) {
            assertThat(notMade(create(server)).detail()).isEqualTo(code);
        }
    }

    @Test
    void refusesToDropAMember() throws IOException {
        JsonObject strange = REQUEST.with("NotYetKnown", Json.of("x"));
        try (var server = ScriptedServer.answering(ok("{}"));
                SageMakerClient client = TestClients.sageMaker(server.endpoint())) {
            var creator = new SageMakerClusterCreator(client);

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> creator.create(strange, BUDGET));
            assertThat(server.calls()).isEmpty();
        }
    }

    private static CreationResult create(ScriptedServer server) {
        return create(server.endpoint(), BUDGET);
    }

    private static CreationResult create(URI endpoint, Duration budget) {
        try (SageMakerClient client = TestClients.sageMaker(endpoint)) {
            return new SageMakerClusterCreator(client).create(REQUEST, budget);
        }
    }

    private static NotMade notMade(CreationResult creation) {
        assertThat(creation).isInstanceOf(NotMade.class);
        return (NotMade) creation;
    }

    private static URI nobodyThere() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /// Reads a client's hello, does not answer, and waits until it leaves.
    private static void hangUp(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().read(new byte[16_384]);
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        } catch (IOException _) {
        }
    }
}
