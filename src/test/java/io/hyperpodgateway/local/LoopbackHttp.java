package io.hyperpodgateway.local;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// The JDK's HTTP server on 127.0.0.1 only, with a virtual thread for each exchange.
public final class LoopbackHttp {

    static {
        // otherwise every second answer on a kept connection waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private LoopbackHttp() {}

    /// Starts a server that passes every exchange to the handler.
    ///
    /// @param port the port, 0 for any
    /// @throws java.net.BindException if the port is in use
    public static HttpServer start(int port, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(address(port), 0);
        server.createContext("/", handler);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    /// 127.0.0.1 at that port.
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }
}
