package io.hyperpodgateway.chaos.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.chaos.proxy.InjectedFault.Moment;
import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/// A proxy between one process and AWS's services. It identifies a call by its `X-Amz-Target` and
/// injects the planned faults.
public final class FaultProxy implements AutoCloseable {

    /// Longer than the time limit of any call.
    private static final Duration TOO_LATE = Duration.ofSeconds(9);

    private final String name;
    private final Supplier<ProxiedRun> runs;
    private final HttpServer server;
    private volatile Runnable kill = () -> {};

    /// @param name the name of the process in the log
    /// @param runs supplies the current run
    public FaultProxy(String name, Supplier<ProxiedRun> scenes) throws IOException {
        this.name = Objects.requireNonNull(name);
        this.runs = Objects.requireNonNull(scenes);
        server = LoopbackHttp.start(0, this::handle);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void killsBy(Runnable kill) {
        this.kill = kill;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        ProxiedRun run = runs.get();
        run.enter();
        try (exchange) {
            InterceptedCall call = InterceptedCall.of(exchange);
            if (!run.isAbout(call)) {
                run.services().pass(call).sendTo(exchange);
                return;
            }
            run.meet(call);
            var fault = run.faultOf(call);
            if (fault.isPresent()) {
                log(run, call, fault.get().toString());
                inject(new Hit(exchange, call, run, fault.get()));
                return;
            }
            Reply reply = send(call, run);
            reply.sendTo(exchange);
        } finally {
            run.leave();
        }
    }

    /// A call with an injected fault.
    private record Hit(
            HttpExchange exchange,
            InterceptedCall call,
            ProxiedRun run,
            InjectedFault injectedFault) {

        boolean isBefore() {
            return injectedFault.moment() == Moment.BEFORE;
        }
    }

    private void inject(Hit hit) throws IOException {
        switch (hit.injectedFault().kind()) {
            case KILL -> {
                if (!hit.isBefore()) send(hit);
                kill.run();
            }
            case CUT -> {
                if (!hit.isBefore()) send(hit);
            }
            case DELAY -> delay(hit);
            case DUPLICATE -> duplicate(hit);
            case CORRUPT -> {
                Reply reply = hit.isBefore() ? refusal(hit) : corrupt(hit, send(hit));
                reply.sendTo(hit.exchange());
            }
            case LATE -> {
                hit.run()
                        .delay(
                                hit.call(),
                                Duration.ofSeconds(10 + hit.injectedFault().flavour() % 590));
                if (hit.injectedFault().flavour() % 4 == 0) kill.run();
            }
            case STALE -> Reply.error(400, "ResourceNotFound").sendTo(hit.exchange());
        }
    }

    /// The copy follows the call immediately, so that both are refused or neither. No gateway could
    /// notice a copy that is accepted after the call was refused.
    private void duplicate(Hit hit) throws IOException {
        Reply first = send(hit);
        if (!first.succeeded()) {
            first.sendTo(hit.exchange());
            return;
        }
        if (hit.isBefore()) {
            send(hit).sendTo(hit.exchange());
            return;
        }
        first.sendTo(hit.exchange());
        send(hit);
    }

    private void delay(Hit hit) throws IOException {
        Reply early = hit.isBefore() ? null : send(hit);
        int flavour = hit.injectedFault().flavour();
        if (flavour % 8 == 0) {
            hit.run().awaitInvocationsEnd(TOO_LATE);
        } else {
            sleep(Duration.ofMillis(40L * (flavour % 8)));
        }
        Reply reply = early == null ? send(hit) : early;
        reply.sendTo(hit.exchange());
    }

    /// A service's answer to a call that it cannot read, or rejects; nothing is done.
    private static Reply refusal(Hit hit) {
        return switch (hit.injectedFault().flavour() % 4) {
            case 0 -> Reply.error(400, "SerializationException");
            case 1 -> Reply.error(500, "InternalFailure");
            case 2 -> Reply.error(503, "ServiceUnavailable");
            default -> Reply.error(400, "ThrottlingException");
        };
    }

    /// A corrupted answer. That of a lookup may even be empty, because the intent's condition still
    /// holds.
    private static Reply corrupt(Hit hit, Reply reply) {
        return switch (hit.injectedFault().flavour() % 4) {
            case 0 -> Reply.text(200, "<html>");
            case 1 -> reply.cutOff();
            case 2 -> Reply.error(500, "InternalFailure");
            default ->
                    switch (hit.injectedFault().step()) {
                        case LOOKUP ->
                                Reply.text(200, "{\"Count\":0,\"Items\":[],\"ScannedCount\":0}");
                        // a cluster without tags would differ from an unreadable answer
                        case TAGS -> Reply.text(200, "<html>");
                        default -> Reply.text(200, "{}");
                    };
        };
    }

    private Reply send(Hit hit) throws IOException {
        return send(hit.call(), hit.run());
    }

    private Reply send(InterceptedCall call, ProxiedRun run) throws IOException {
        Reply reply = run.services().send(call, run.requestId());
        log(run, call, Integer.toString(reply.status()));
        return reply;
    }

    private void log(ProxiedRun run, InterceptedCall call, String what) {
        run.log("%s %s (%s): %s".formatted(name, call.operation(), call.step(), what));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
