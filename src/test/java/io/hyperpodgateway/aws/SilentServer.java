package io.hyperpodgateway.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/// Accepts connections and never answers.
public final class SilentServer implements AutoCloseable {

    // the system completes connections by itself; nobody accepts them
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    public SilentServer() throws IOException {}

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
