package io.hyperpodgateway.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A loopback server with prepared answers in AWS JSON 1.1, in order, the last repeatedly; it
/// records its calls.
public final class ScriptedServer implements AutoCloseable {

    /// A call: the operation of `X-Amz-Target`, and the body.
    public record ReceivedCall(String operation, String body) {}

    public record ScriptedAnswer(int status, String contentType, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ReceivedCall> calls = new CopyOnWriteArrayList<>();
    private final Queue<ScriptedAnswer> answers = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean slow;

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    public static ScriptedServer answering(ScriptedAnswer... answers) throws IOException {
        ScriptedServer scripted = started();
        scripted.answers.addAll(List.of(answers));
        return scripted;
    }

    /// Reads calls and does not answer until it is closed.
    public static ScriptedServer silent() throws IOException {
        ScriptedServer scripted = started();
        scripted.slow = true;
        return scripted;
    }

    private static ScriptedServer started() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var scripted = new ScriptedServer(server);
        server.setExecutor(scripted.threads);
        server.createContext("/", scripted::handle);
        server.start();
        return scripted;
    }

    public static ScriptedAnswer ok(String body) {
        return new ScriptedAnswer(200, "application/x-amz-json-1.1", body);
    }

    public static ScriptedAnswer error(int status, String code, String message) {
        return new ScriptedAnswer(
                status,
                "application/x-amz-json-1.1",
                "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<ReceivedCall> calls() {
        return calls;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new ReceivedCall(target.substring(target.indexOf('.') + 1), body));
        if (slow) await();
        answer(exchange, slow ? error(500, "InternalFailure", "too late") : next());
    }

    private synchronized ScriptedAnswer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    private static void answer(HttpExchange exchange, ScriptedAnswer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", "aws-request-1");
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
