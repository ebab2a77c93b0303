package io.hyperpodgateway.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A persistent HTTP/1.1 connection on a socket, so that a sender can be arbitrarily slow and
/// wrong.
final class Connection implements AutoCloseable {

    private static final int READ_TIMEOUT = 60_000;

    private final URI server;
    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    Connection(URI server) throws IOException {
        this.server = server;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_TIMEOUT);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    WireAnswer exchange(WireRequest wireRequest) throws IOException, InterruptedException {
        byte[] head = head(wireRequest);
        long start = System.nanoTime();
        if (wireRequest.pause().isZero()) {
            var all = new ByteArrayOutputStream();
            all.writeBytes(head);
            all.writeBytes(wireRequest.body());
            all.writeTo(out);
        } else {
            int half = wireRequest.body().length / 2;
            out.write(head);
            out.write(wireRequest.body(), 0, half);
            out.flush();
            Thread.sleep(wireRequest.pause());
            out.write(wireRequest.body(), half, wireRequest.body().length - half);
        }
        out.flush();
        return answer(start);
    }

    private byte[] head(WireRequest wireRequest) {
        var head = new StringBuilder();
        head.append(wireRequest.method())
                .append(' ')
                .append(wireRequest.path())
                .append(" HTTP/1.1\r\n");
        head.append("Host: ").append(server.getAuthority()).append("\r\n");
        head.append("User-Agent: load\r\n");
        wireRequest.headers().forEach(line -> head.append(line).append("\r\n"));
        if (wireRequest.body().length > 0)
            head.append("Content-Length: ").append(wireRequest.body().length).append("\r\n");
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private WireAnswer answer(long start) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(": *", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        byte[] body =
                headers.containsKey("transfer-encoding")
                        ? chunks()
                        : in.readNBytes(
                                Integer.parseInt(headers.getOrDefault("content-length", "0")));
        headers.keySet().removeIf(name -> name.equals("transfer-encoding"));
        long nanos = System.nanoTime() - start;
        return new WireAnswer(status, headers, new String(body, StandardCharsets.UTF_8), nanos);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException("the server closed the connection: " + line);
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
