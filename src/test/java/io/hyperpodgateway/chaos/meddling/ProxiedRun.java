package io.hyperpodgateway.chaos.meddling;

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

/// One run as the proxies see it: whom it is about, what is to go wrong, and what was seen.
public final class ProxiedRun {

    private static final Duration TO_MEET = Duration.ofSeconds(3);

    private final String requestId;
    private final String clusterName;
    private final FileOffsetClock clock;
    private final ProxiedServices services;
    private final FaultSchedule schedule;
    private final List<String> story = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private final Phaser calls = new Phaser(1);
    private final Phaser invocations = new Phaser(1);
    private volatile Meeting meeting = new Meeting(AwsStep.LOOKUP, 0);

    private record Stray(Instant due, InterceptedCall interceptedCall) {}

    /// Where some wait for each other.
    private record Meeting(AwsStep awsStep, AtomicInteger expected, CyclicBarrier barrier) {

        Meeting(AwsStep awsStep, int expected) {
            this(awsStep, new AtomicInteger(expected), new CyclicBarrier(Math.max(1, expected)));
        }
    }

    /// @param requestId the request's, as its key makes it
    /// @param clusterName the cluster that is asked for
    /// @param faults what is to go wrong
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

    /// The request's id.
    public String requestId() {
        return requestId;
    }

    /// What went wrong so far.
    public List<InjectedFault> happened() {
        return schedule.happened();
    }

    /// What was seen so far, a line each.
    public synchronized List<String> story() {
        return List.copyOf(story);
    }

    /// Adds a line to the story.
    public synchronized void tell(String line) {
        story.add(clock.instant() + " " + line);
    }

    /// Lets time pass. What went astray takes effect at its time.
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        for (Optional<Stray> next = nextStray(end); next.isPresent(); next = nextStray(end)) {
            forwardTo(next.get().due());
            land(next.get().interceptedCall());
        }
        forwardTo(end);
    }

    /// Whether a call is astray that will take effect yet.
    public synchronized boolean isAnythingAstray() {
        return !strays.isEmpty();
    }

    /// Lets so many of the next calls of that step wait for each other.
    public void letMeet(AwsStep awsStep, int expected) {
        meeting = new Meeting(awsStep, expected);
    }

    /// An invocation ended: whatever is held back for it may go.
    public void invocationEnded() {
        invocations.arrive();
    }

    /// Waits until every call has come to its end.
    public void awaitQuiet() {
        calls.arriveAndAwaitAdvance();
    }

    ProxiedServices farEnds() {
        return services;
    }

    boolean isAbout(InterceptedCall interceptedCall) {
        return switch (interceptedCall.step()) {
            case TAGS, LISTING -> true;
            default ->
                    interceptedCall.text().contains(requestId)
                            || interceptedCall.text().contains(clusterName);
        };
    }

    void enter() {
        calls.register();
    }

    void leave() {
        calls.arriveAndDeregister();
    }

    Optional<InjectedFault> faultOf(InterceptedCall interceptedCall) {
        return schedule.take(interceptedCall.step());
    }

    /// Those that are to meet wait for each other, but not for ever.
    void meet(InterceptedCall interceptedCall) {
        Meeting here = meeting;
        if (interceptedCall.step() != here.awsStep() || here.expected().getAndDecrement() <= 0)
            return;
        try {
            here.barrier().await(TO_MEET.toMillis(), TimeUnit.MILLISECONDS);
        } catch (BrokenBarrierException | TimeoutException _) {
            tell("somebody did not come");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the invocation in hand is over.
    void awaitInvocationsEnd(Duration most) {
        try {
            invocations.awaitAdvanceInterruptibly(
                    invocations.getPhase(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            tell("the invocation goes on");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets a call take effect so much later.
    synchronized void stray(InterceptedCall interceptedCall, Duration later) {
        strays.add(new Stray(clock.instant().plus(later), interceptedCall));
    }

    private synchronized Optional<Stray> nextStray(Instant end) {
        Optional<Stray> next =
                strays.stream()
                        .filter(stray -> !stray.due().isAfter(end))
                        .min(Comparator.comparing(Stray::due));
        next.ifPresent(strays::remove);
        return next;
    }

    private void land(InterceptedCall interceptedCall) {
        try {
            Reply reply = services.send(interceptedCall, requestId);
            tell(
                    "the stray %s takes effect: %d"
                            .formatted(interceptedCall.operation(), reply.status()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forwardTo(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        if (left.isPositive()) clock.forward(left);
    }
}
