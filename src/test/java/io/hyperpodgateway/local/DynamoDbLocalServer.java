package io.hyperpodgateway.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;

import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// DynamoDB Local in this process, on loopback only: one shared database, whatever the credentials.
/// It contains its native SQLite for Linux and macOS, x86 and arm.
///
/// It uses the parts of DynamoDB Local's own server instead of its command line, which prints to
/// standard output, does not reveal its port, and reports its use to AWS.
public final class DynamoDbLocalServer implements AutoCloseable {

    // kept referenced, because an unreferenced logger loses its level
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    static {
        SQLITE.setLevel(Level.OFF);
    }

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private DynamoDbLocalServer(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /// Starts it with its data in memory, on any free port.
    public static DynamoDbLocalServer start() throws IOException {
        return start(0, Optional.empty());
    }

    /// Starts it; it answers when this returns.
    ///
    /// @param port 0 = any
    /// @param directory the folder of the data, created if absent; without one the data is in
    ///   memory
    /// @throws IOException if the port is in use (a [java.net.BindException] is its cause), or the
    ///   directory cannot be written
    public static DynamoDbLocalServer start(int port, Optional<Path> directory) throws IOException {
        if (directory.isPresent()) requireWritable(directory.get());
        String path = directory.map(Path::toString).orElse(null);
        var handler =
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, directory.isEmpty(), path, true, false),
                        null);
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setHandler(new ContextHandler(handler, "/"));
        try {
            server.start();
        } catch (Exception e) {
            close(server, handler);
            throw e instanceof IOException known ? known : new IOException(e);
        }
        int actual = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
        return new DynamoDbLocalServer(server, handler, URI.create("http://127.0.0.1:" + actual));
    }

    public URI endpoint() {
        return endpoint;
    }

    /// Stops it; data in memory is lost.
    public void stop() {
        close(server, handler);
    }

    @Override
    public void close() {
        stop();
    }

    private static void requireWritable(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.delete(Files.createTempFile(directory, "writable", null));
    }

    private static void close(Server server, LocalDynamoDBServerHandler handler) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not end", e);
        } finally {
            handler.close();
        }
    }
}
