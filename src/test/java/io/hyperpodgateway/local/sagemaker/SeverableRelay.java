package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Relays bytes between clients and a server, and can reset a client's connection, which the JDK's
/// HTTP server cannot.
public final class SeverableRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final InetSocketAddress server;

    /// The clients by the port of the relay's connection to the server.
    private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

    private SeverableRelay(ServerSocket listener, InetSocketAddress server) {
        this.listener = listener;
        this.server = server;
    }

    /// A relay that listens on loopback.
    static SeverableRelay open(int port, InetSocketAddress server) throws IOException {
        return open(LoopbackHttp.address(port), server);
    }

    /// A relay that listens at an address.
    ///
    /// @throws java.net.BindException if the port is in use there
    public static SeverableRelay open(InetSocketAddress at, InetSocketAddress server)
            throws IOException {
        var listener = new ServerSocket();
        try {
            listener.bind(at, 200);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        var relay = new SeverableRelay(listener, server);
        Thread.ofVirtual().name("relay").start(relay::accept);
        return relay;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Whether all clients disconnect within that time.
    public boolean isLeftWithin(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        synchronized (clients) {
            for (long left = time.toNanos(); !clients.isEmpty(); left = end - System.nanoTime()) {
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(clients, left);
            }
            return true;
        }
    }

    public int connections() {
        return clients.size();
    }

    /// Resets the connection of the client whose relayed connection has this port.
    void reset(int relayPort) throws IOException {
        Optional<Socket> client = Optional.ofNullable(clients.get(relayPort));
        if (client.isEmpty()) return;
        client.get().setSoLinger(true, 0);
        client.get().close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        clients.values().forEach(SeverableRelay::quietlyClose);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> carry(client));
            } catch (IOException _) {
                // closed, or a client that left before it was accepted
            }
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket upstream = new Socket()) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server);
            clients.put(upstream.getLocalPort(), client);
            try {
                Thread answers = Thread.ofVirtual().start(() -> answer(upstream, client));
                ask(client, upstream);
                answers.join();
            } finally {
                synchronized (clients) {
                    clients.remove(upstream.getLocalPort());
                    clients.notifyAll();
                }
            }
        } catch (IOException _) {
            // one side is gone: both are closed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(Socket client, Socket upstream) {
        try {
            client.getInputStream().transferTo(upstream.getOutputStream());
            upstream.shutdownOutput();
        } catch (IOException _) {
            quietlyClose(upstream);
        }
    }

    /// Relays the answers; when the server closes the connection, the client's is closed too.
    private static void answer(Socket upstream, Socket client) {
        try {
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // one side is gone, and so is the connection
        } finally {
            quietlyClose(client);
        }
    }

    private static void quietlyClose(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is closed, as intended
        }
    }
}
