package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class LocalGatewayTest {

    private static final Pattern CURL =
            Pattern.compile(
                    "curl -i (?<url>\\S+) -H 'Content-Type: application/json'"
                            + "(?: -H 'X-Local-Principal: (?<who>[^']+)')? -d '(?<body>[^']+)'");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void startsNothingThatIsGivenFromElsewhere() throws IOException {
        try (SageMakerStandIn sageMaker = SageMakerStandIn.start();
                DynamoDbLocalServer dynamoDb = DynamoDbLocalServer.start()) {
            var elsewhere =
                    Map.of(
                            "PORT", "0",
                            "AWS_ENDPOINT_URL_SAGEMAKER", sageMaker.endpoint().toString(),
                            "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());

            start(elsewhere).close();

            assertThat(output())
                    .noneMatch(line -> line.contains("stand-in"))
                    .noneMatch(line -> line.contains("DynamoDB Local"));
        }
    }

    @Test
    void showsARequestToTry() {
        start(anyPorts()).close();

        assertThat(output())
                .filteredOn(line -> line.startsWith("ready "))
                .singleElement()
                .asString()
                .matches("ready http://127\\.0\\.0\\.1:[0-9]+");
        assertThat(output()).anyMatch(line -> line.startsWith("curl -i http://127.0.0.1:"));
    }

    @ParameterizedTest
    @CsvSource({
        "bundled, 000000000000, us-east-1",
        "bundled:sandbox, 111122223333, us-east-1",
        "bundled:research, 000000000000, eu-west-1",
        "bundled:production, 111122223333, us-west-2"
    })
    void showsARequestThatThePolicyAllows(String policy, String account, String region)
            throws Exception {
        var settings = with("POLICY_SOURCE", policy);
        settings.put("LOCAL_ACCOUNT_ID", account);
        settings.put("AWS_REGION", region);
        try (LocalGateway gateway = start(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> created = client.send(printed(), BodyHandlers.ofString());

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(created.body())
                    .contains("arn:aws:sagemaker:%s:%s:cluster/".formatted(region, account));
        }
    }

    @Test
    void saysThatThePolicyAllowsNoneOfTheRequests(@TempDir Path directory) throws IOException {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), "version: closed\n");

        start(with("POLICY_SOURCE", "file:" + policy)).close();

        assertThat(output())
                .noneMatch(line -> line.startsWith("curl -i"))
                .anyMatch(line -> line.contains("allows none of the requests"))
                .anyMatch(line -> line.matches("curl -s http://127\\.0\\.0\\.1:[0-9]+/policy"));
    }

    /// The request of the printed command.
    private HttpRequest printed() {
        Matcher command = CURL.matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(command.find()).isTrue();
        var request =
                HttpRequest.newBuilder(URI.create(command.group("url")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(command.group("body")));
        Optional.ofNullable(command.group("who"))
                .ifPresent(who -> request.header("X-Local-Principal", who));
        return request.build();
    }

    /// With any free port only the gateway itself knows which one it is.
    @Test
    void reportsWhereEverythingListens() {
        start(anyPorts()).close();

        assertThat(output())
                .anyMatch(line ->
                        line.matches(
                                "the stand-in for SageMaker is at http://127\\.0\\.0\\.1:[0-9]+"))
                .anyMatch(
                        line -> line.matches("DynamoDB Local is at http://127\\.0\\.0\\.1:[0-9]+"));
    }

    @Test
    void keepsItsDataInTheDirectory(@TempDir Path directory) {
        Path absent = directory.resolve("a/b");

        start(with("DYNAMODB_DIR", absent.toString())).close();

        assertThat(absent).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT", "DYNAMODB_PORT", "SAGEMAKER_PORT"})
    void reportsAPortInUse(String setting) throws IOException {
        try (var taken = new ServerSocket(0, 1, LoopbackHttp.address(0).getAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(refusal(with(setting, port)))
                    .singleElement()
                    .asString()
                    .contains(setting, port);
        }
    }

    @Test
    void reportsEveryMistakeAtOnce(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Map<String, String> wrong = with("PORT", "no");
        wrong.put("DYNAMODB_DIR", file.toString());

        assertThat(refusal(wrong))
                .satisfiesExactly(
                        line -> assertThat(line).contains("PORT"),
                        line -> assertThat(line).contains("DYNAMODB_DIR", file.toString()));
    }

    @Test
    void reportsThatNoDynamoDbIsAtTheEndpoint() throws IOException {
        String nowhere = "http://127.0.0.1:" + freePort();

        assertThat(refusal(with("AWS_ENDPOINT_URL_DYNAMODB", nowhere)))
                .singleElement()
                .asString()
                .contains(nowhere);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private LocalGateway start(Map<String, String> variables) {
        return LocalGateway.start(variables, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private List<String> output() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> refusal(Map<String, String> variables) {
        var lines = new ArrayList<String>();
        assertThatThrownBy(() -> start(variables))
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        e -> e.getMessage().lines().forEach(lines::add));
        return lines;
    }

    private static Map<String, String> anyPorts() {
        return Map.of("PORT", "0", "DYNAMODB_PORT", "0", "SAGEMAKER_PORT", "0");
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(anyPorts());
        settings.put(setting, value);
        return settings;
    }
}
