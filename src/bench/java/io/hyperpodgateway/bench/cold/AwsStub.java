package io.hyperpodgateway.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// SageMaker and DynamoDB on one loopback port; they answer at once and store nothing.
final class AwsStub implements AutoCloseable {

    private static final byte[] CREATED =
            "{\"ClusterArn\": \"arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] ABSENT =
            "{\"__type\": \"ResourceNotFound\", \"message\": \"Could not find cluster\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final String scheme;

    private AwsStub(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    static AwsStub http() throws IOException {
        return new AwsStub(LoopbackHttp.start(0, AwsStub::answer), "http");
    }

    static AwsStub https(Certificates certificates) throws IOException {
        HttpsServer server = HttpsServer.create(LoopbackHttp.address(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
        server.createContext("/", AwsStub::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new AwsStub(server, "https");
    }

    URI endpoint() {
        return URI.create("%s://127.0.0.1:%d".formatted(scheme, server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.getResponseHeaders().set("x-amzn-RequestId", "0123456789abcdef");
            switch (operation(target)) {
                case "CreateCluster" -> send(exchange, 200, CREATED);
                case "DescribeCluster" -> send(exchange, 400, ABSENT);
                default -> send(exchange, 200, DONE);
            }
        }
    }

    private static String operation(String target) {
        return target.substring(target.indexOf('.') + 1);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
