package io.hyperpodgateway.chaos.proxy;

import io.hyperpodgateway.chaos.child.FileOffsetClock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// One run of the proxies: its request, the planned faults, and what was seen.
public final class ProxiedRun {

    private static final Duration TO_MEET = Duration.ofSeconds(3);

    private final String requestId;
    private final String clusterName;
    private final FileOffsetClock clock;
    private final ProxiedServices services;
    private final FaultSchedule schedule;
    private final List<String> log = new ArrayList<>();
    private final List<LateCall> lateCalls = new ArrayList<>();
    private final Phaser calls = new Phaser(1);
    private final Phaser invocations = new Phaser(1);
    private volatile Meeting meeting = new Meeting(AwsStep.LOOKUP, 0);

    private record LateCall(Instant due, InterceptedCall call) {}

    /// Calls that wait for each other.
    private record Meeting(AwsStep step, AtomicInteger expected, CyclicBarrier barrier) {

        Meeting(AwsStep step, int expected) {
            this(step, new AtomicInteger(expected), new CyclicBarrier(Math.max(1, expected)));
        }
    }

    /// @param requestId the request's id, derived from its key
    /// @param clusterName the requested cluster
    /// @param faults the planned faults
    public ProxiedRun(
            String requestId,
            String clusterName,
            List<InjectedFault> faults,
            FileOffsetClock clock,
            ProxiedServices services) {
        this.requestId = requestId;
        this.clusterName = clusterName;
        this.clock = clock;
        this.services = services;
        this.schedule = new FaultSchedule(faults);
    }

    public String requestId() {
        return requestId;
    }

    public List<InjectedFault> happened() {
        return schedule.happened();
    }

    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    public synchronized void log(String line) {
        log.add(clock.instant() + " " + line);
    }

    /// Advances time; late calls take effect when they are due.
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        for (Optional<LateCall> next = nextLateCall(end);
                next.isPresent();
                next = nextLateCall(end)) {
            forwardTo(next.get().due());
            deliver(next.get().call());
        }
        forwardTo(end);
    }

    public synchronized boolean hasLateCalls() {
        return !lateCalls.isEmpty();
    }

    /// Makes that many of the next calls of that step wait for each other.
    public void synchronize(AwsStep step, int expected) {
        meeting = new Meeting(step, expected);
    }

    /// Ends an invocation, and releases the calls that wait for it.
    public void invocationEnded() {
        invocations.arrive();
    }

    /// Waits until all calls have ended.
    public void awaitQuiet() {
        calls.arriveAndAwaitAdvance();
    }

    ProxiedServices services() {
        return services;
    }

    boolean isAbout(InterceptedCall call) {
        return switch (call.step()) {
            case TAGS, LISTING -> true;
            default -> call.text().contains(requestId) || call.text().contains(clusterName);
        };
    }

    void enter() {
        calls.register();
    }

    void leave() {
        calls.arriveAndDeregister();
    }

    Optional<InjectedFault> faultOf(InterceptedCall call) {
        return schedule.take(call.step());
    }

    /// Waits for the other calls, with a time limit.
    void meet(InterceptedCall call) {
        Meeting here = meeting;
        if (call.step() != here.step() || here.expected().getAndDecrement() <= 0) return;
        try {
            here.barrier().await(TO_MEET.toMillis(), TimeUnit.MILLISECONDS);
        } catch (BrokenBarrierException | TimeoutException _) {
            log("somebody did not come");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the current invocation has ended.
    void awaitInvocationsEnd(Duration most) {
        try {
            invocations.awaitAdvanceInterruptibly(
                    invocations.getPhase(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            log("the invocation goes on");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Schedules a call for later.
    synchronized void delay(InterceptedCall call, Duration later) {
        lateCalls.add(new LateCall(clock.instant().plus(later), call));
    }

    private synchronized Optional<LateCall> nextLateCall(Instant end) {
        Optional<LateCall> next =
                lateCalls.stream()
                        .filter(stray -> !stray.due().isAfter(end))
                        .min(Comparator.comparing(LateCall::due));
        next.ifPresent(lateCalls::remove);
        return next;
    }

    private void deliver(InterceptedCall call) {
        try {
            Reply reply = services.send(call, requestId);
            log("the stray %s takes effect: %d".formatted(call.operation(), reply.status()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forwardTo(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        if (left.isPositive()) clock.forward(left);
    }
}
