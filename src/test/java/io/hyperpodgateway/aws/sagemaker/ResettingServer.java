package io.hyperpodgateway.aws.sagemaker;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads each request to its end and then resets the connection, optionally after a first answer.
final class ResettingServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final String firstAnswer;

    private ResettingServer(String firstAnswer) throws IOException {
        this.firstAnswer = firstAnswer;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /// Answers nothing.
    static ResettingServer atOnce() throws IOException {
        return new ResettingServer("");
    }

    /// Answers the first request, keeps the connection, and resets it at the next.
    static ResettingServer after(String body) throws IOException {
        return new ResettingServer(
                "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n"
                        + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// The number of complete requests.
    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.setSoLinger(true, 0);
                serve(connection);
            } catch (IOException _) {
                // the client left, or the test is over
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        while (readRequest(in)) {
            if (requests.incrementAndGet() > 1 || firstAnswer.isEmpty()) return;
            connection.getOutputStream().write(firstAnswer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) return false;
            head.append((char) read);
        }
        Matcher length = LENGTH.matcher(head);
        if (length.find()) in.readNBytes(Integer.parseInt(length.group(1)));
        return true;
    }
}
