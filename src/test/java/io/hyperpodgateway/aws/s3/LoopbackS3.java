package io.hyperpodgateway.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A loopback S3 with prepared answers, in order; it records its requests.
public final class LoopbackS3 implements AutoCloseable {

    public record S3Request(String method, String uri, Map<String, String> headers, String body) {

        /// The header's value; empty if it is absent.
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private record S3Answer(int status, String body) {}

    private final HttpServer server;
    private final List<S3Request> received = new CopyOnWriteArrayList<>();
    private final Queue<S3Answer> answers = new ArrayDeque<>();

    private LoopbackS3(HttpServer server) {
        this.server = server;
    }

    public static LoopbackS3 start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var s3 = new LoopbackS3(server);
        server.createContext("/", s3::handle);
        server.start();
        return s3;
    }

    public synchronized void answer(int status, String body) {
        answers.add(new S3Answer(status, body));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<S3Request> requests() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                new S3Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        body));
        S3Answer answer = next();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized S3Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }
}
