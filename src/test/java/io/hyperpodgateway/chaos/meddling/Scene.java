package io.hyperpodgateway.chaos.meddling;

import io.hyperpodgateway.chaos.child.MovedClock;

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
public final class Scene {

    private static final Duration TO_MEET = Duration.ofSeconds(3);

    private final String requestId;
    private final String clusterName;
    private final MovedClock clock;
    private final FarEnds farEnds;
    private final Mischief mischief;
    private final List<String> story = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private final Phaser calls = new Phaser(1);
    private final Phaser invocations = new Phaser(1);
    private volatile Meeting meeting = new Meeting(Step.LOOKUP, 0);

    private record Stray(Instant due, Call call) {}

    /// Where some wait for each other.
    private record Meeting(Step step, AtomicInteger expected, CyclicBarrier barrier) {

        Meeting(Step step, int expected) {
            this(step, new AtomicInteger(expected), new CyclicBarrier(Math.max(1, expected)));
        }
    }

    /// @param requestId the request's, as its key makes it
    /// @param clusterName the cluster that is asked for
    /// @param faults what is to go wrong
    public Scene(
            String requestId,
            String clusterName,
            List<Fault> faults,
            MovedClock clock,
            FarEnds farEnds) {
        this.requestId = requestId;
        this.clusterName = clusterName;
        this.clock = clock;
        this.farEnds = farEnds;
        this.mischief = new Mischief(faults);
    }

    /// The request's id.
    public String requestId() {
        return requestId;
    }

    /// What went wrong so far.
    public List<Fault> happened() {
        return mischief.happened();
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
            land(next.get().call());
        }
        forwardTo(end);
    }

    /// Whether a call is astray that will take effect yet.
    public synchronized boolean isAnythingAstray() {
        return !strays.isEmpty();
    }

    /// Lets so many of the next calls of that step wait for each other.
    public void letMeet(Step step, int expected) {
        meeting = new Meeting(step, expected);
    }

    /// An invocation ended: whatever is held back for it may go.
    public void invocationEnded() {
        invocations.arrive();
    }

    /// Waits until every call has come to its end.
    public void awaitQuiet() {
        calls.arriveAndAwaitAdvance();
    }

    FarEnds farEnds() {
        return farEnds;
    }

    boolean isAbout(Call call) {
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

    Optional<Fault> faultOf(Call call) {
        return mischief.take(call.step());
    }

    /// Those that are to meet wait for each other, but not for ever.
    void meet(Call call) {
        Meeting here = meeting;
        if (call.step() != here.step() || here.expected().getAndDecrement() <= 0) return;
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
    synchronized void stray(Call call, Duration later) {
        strays.add(new Stray(clock.instant().plus(later), call));
    }

    private synchronized Optional<Stray> nextStray(Instant end) {
        Optional<Stray> next =
                strays.stream()
                        .filter(stray -> !stray.due().isAfter(end))
                        .min(Comparator.comparing(Stray::due));
        next.ifPresent(strays::remove);
        return next;
    }

    private void land(Call call) {
        try {
            Reply reply = farEnds.send(call, requestId);
            tell("the stray %s takes effect: %d".formatted(call.operation(), reply.status()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forwardTo(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        if (left.isPositive()) clock.forward(left);
    }
}
