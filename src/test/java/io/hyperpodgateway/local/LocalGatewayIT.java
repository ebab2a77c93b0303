package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@Timeout(120)
class LocalGatewayIT {

    @Test
    void saysReadyOnceAnswersAndEndsWithASignal() throws Exception {
        Process gateway = launch(Map.of("PORT", "0", "DYNAMODB_PORT", "0", "SAGEMAKER_PORT", "0"));
        try (BufferedReader out = gateway.inputReader()) {
            List<String> lines = untilReady(out);
            URI endpoint = URI.create(lines.getLast().substring("ready ".length()));

            assertThat(lines.getFirst()).startsWith("starting");
            assertThat(statusOf(endpoint.resolve("/health"))).isPositive();

            gateway.toHandle().destroy();
            assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines()).noneMatch(line -> line.startsWith("ready "));
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void whatKeepsItFromStartingIsOneLineAndExitCodeOne() throws Exception {
        try (var taken = new ServerSocket(0, 1, LoopbackHttp.address(0).getAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Process gateway = launch(Map.of("SAGEMAKER_PORT", port));
            try (BufferedReader err = gateway.errorReader()) {
                assertThat(err.lines()).singleElement().asString().contains("SAGEMAKER_PORT", port);
                assertThat(gateway.waitFor()).isEqualTo(1);
            } finally {
                gateway.destroyForcibly();
            }
        }
    }

    @Test
    void everyMistakeOfThePolicyIsALineAndTheExitCodeIsOne(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("policy.yaml"),
                        "version: 1\nrulez: []\nauditors: [\"jwt:idp\", 2]\n");
        Process gateway = launch(Map.of("POLICY_SOURCE", "file:" + file, "PORT", "x"));
        try (BufferedReader err = gateway.errorReader()) {
            assertThat(err.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("PORT"),
                            line -> assertThat(line).contains("line 1, column 10"),
                            line -> assertThat(line).contains("line 2, column 1", "rules?"),
                            line -> assertThat(line).contains("line 3, column 12", "#"),
                            line -> assertThat(line).contains("line 3, column 23"));
            assertThat(gateway.waitFor()).isEqualTo(1);
        } finally {
            gateway.destroyForcibly();
        }
    }

    private static Process launch(Map<String, String> settings) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        LocalGateway.class.getName());
        builder.environment().clear();
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static List<String> untilReady(BufferedReader out) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith("ready ")) return lines;
        }
        throw new AssertionError("never ready: " + lines);
    }

    private static int statusOf(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
