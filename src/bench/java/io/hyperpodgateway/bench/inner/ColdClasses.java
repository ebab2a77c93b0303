package io.hyperpodgateway.bench.inner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.corpus.Delivery;
import io.hyperpodgateway.e2e.LambdaVariables;
import io.hyperpodgateway.e2e.PackagedFunction;
import io.hyperpodgateway.e2e.TaskRoot;
import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The number of classes that the packaged function loads until it has created its first cluster,
/// including those of Lambda's runtime client and of Java.
final class ColdClasses {

    private static final Duration TIMEOUT = Duration.ofSeconds(28);
    private static final byte[] CREATED =
            "{\"ClusterArn\": \"arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger created = new AtomicInteger();

    /// Starts the function, creates a cluster, and counts.
    static long count() throws IOException {
        return new ColdClasses().counted();
    }

    private long counted() throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        HttpServer aws = LoopbackHttp.start(0, this::answer);
        try (PackagedFunction function =
                PackagedFunction.start(
                        TaskRoot.create(), LambdaVariables.HANDLER, settings(aws, log))) {
            byte[] body = GoodRequest.of(1).toText().getBytes(StandardCharsets.UTF_8);
            function.call(new String(Delivery.of(body), StandardCharsets.UTF_8), TIMEOUT);
            if (created.get() != 1)
                throw new IllegalStateException("no cluster was made: " + function.log());
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" source: ")).count();
            }
        } finally {
            aws.stop(0);
            Files.delete(log);
        }
    }

    private static Map<String, String> settings(HttpServer aws, Path log) {
        String address = "http://127.0.0.1:" + aws.getAddress().getPort();
        return Map.of(
                "AWS_ENDPOINT_URL_SAGEMAKER",
                address,
                "AWS_ENDPOINT_URL_DYNAMODB",
                address,
                "AUDIT_TABLE",
                "audit",
                "OPEN_TABLE",
                "open",
                "JAVA_TOOL_OPTIONS",
                "-Xlog:class+load:file=" + log);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean creates =
                    exchange.getRequestHeaders()
                            .getFirst("X-Amz-Target")
                            .endsWith(".CreateCluster");
            byte[] body = creates ? CREATED : DONE;
            if (creates) created.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
