package io.hyperpodgateway.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The local gateway in a process of its own, so that its memory and threads can be measured.
final class GatewayProcess implements AutoCloseable {

    private static final int START_SECONDS = 120;
    private static final int COLLECTIONS = 3;
    private static final int REST_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final Thread copying;
    private final URI endpoint;
    private final JMXConnector management;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final OperatingSystemMXBean system;

    /// Memory and threads at one moment.
    ///
    /// @param heapBytes used after full collections
    /// @param threads platform threads, without virtual ones
    /// @param cpuNanos the CPU time since the start
    record Footprint(long heapBytes, int threads, long cpuNanos) {}

    private GatewayProcess(Process process, Path log, Thread copying, URI endpoint)
            throws IOException {
        this.process = process;
        this.log = log;
        this.copying = copying;
        this.endpoint = endpoint;
        management = JMXConnectorFactory.connect(new JMXServiceURL(agent(process.pid())));
        MBeanServerConnection server = management.getMBeanServerConnection();
        memory =
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        system =
                ManagementFactory.newPlatformMXBeanProxy(
                        server,
                        ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
                        OperatingSystemMXBean.class);
        threads =
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    /// Starts it and waits until it accepts requests.
    ///
    /// @param log the file for its log
    /// @param variables its settings
    static GatewayProcess start(Path log, Map<String, String> variables) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx870m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "io.hyperpodgateway.local.LocalGateway");
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var ready = new CompletableFuture<URI>();
        Thread copying = Thread.ofVirtual().start(() -> copy(process, log, ready));
        return new GatewayProcess(process, log, copying, ready(process, log, ready));
    }

    /// The address in the `ready` line.
    private static URI ready(Process process, Path log, CompletableFuture<URI> ready) {
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the gateway did not start, see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Copies its output into the file.
    private static void copy(Process process, Path log, CompletableFuture<URI> ready) {
        try (BufferedReader lines = process.inputReader();
                var out = new PrintStream(Files.newOutputStream(log))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                if (line.startsWith("ready "))
                    ready.complete(URI.create(line.substring("ready ".length())));
            }
            ready.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    Footprint footprint() {
        for (int i = 0; i < COLLECTIONS; i++) memory.gc();
        return new Footprint(
                memory.getHeapMemoryUsage().getUsed(),
                threads.getThreadCount(),
                system.getProcessCpuTime());
    }

    /// The footprint at rest: spare carriers of virtual threads end after half a minute.
    ///
    /// @param threads the number of threads to wait for, with a time limit
    Footprint restingFootprint(int threads) throws InterruptedException {
        long cpuNanos = system.getProcessCpuTime();
        for (int i = 0; i < REST_SECONDS && this.threads.getThreadCount() > threads; i++)
            Thread.sleep(Duration.ofSeconds(1));
        Footprint resting = footprint();
        return new Footprint(resting.heapBytes(), resting.threads(), cpuNanos);
    }

    /// Stops it.
    ///
    /// @return its complete log
    GatewayLog end() throws IOException, InterruptedException {
        close();
        copying.join();
        return GatewayLog.read(log);
    }

    @Override
    public void close() throws IOException {
        management.close();
        process.destroy();
        process.onExit().join();
    }
}
