package io.hyperpodgateway.chaos;

import io.hyperpodgateway.chaos.proxy.AwsStep;
import io.hyperpodgateway.chaos.proxy.InjectedFault;
import io.hyperpodgateway.chaos.proxy.InjectedFault.Kind;
import io.hyperpodgateway.chaos.proxy.InjectedFault.Moment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What happens in one run, drawn from the seed and the run's number.
///
/// @param seed the seed of all runs
/// @param number the run's number, from 1
/// @param faults what goes wrong
/// @param circumstance the state of SageMaker
/// @param twice whether the client's first call reaches two instances at once
/// @param waits how long the client waits before each retry
/// @param patient whether it retries until it has a final answer
/// @param deletes whether it deletes its cluster in the end, and sends its request once more
record ChaosPlan(
        long seed,
        int number,
        List<InjectedFault> faults,
        Circumstance circumstance,
        boolean twice,
        List<Duration> waits,
        boolean patient,
        boolean deletes) {

    /// The state of SageMaker.
    enum Circumstance {
        NOTHING_SPECIAL,
        NAME_TAKEN,
        THROTTLED,
        NO_QUOTA,
        REJECTED,
        UNAVAILABLE
    }

    private static final List<Kind> ANYWHERE =
            List.of(Kind.KILL, Kind.CUT, Kind.DELAY, Kind.DUPLICATE, Kind.CORRUPT);

    /// Every step with every fault, before and after its effect.
    static final List<InjectedFault> CELLS =
            AwsStep.CREATION.stream()
                    .flatMap(step ->
                            ANYWHERE.stream()
                                    .flatMap(kind ->
                                            Stream.of(Moment.values())
                                                    .map(moment ->
                                                            new InjectedFault(
                                                                    step, kind, moment, 1, 0))))
                    .toList();

    private static final InjectedFault LOST_ANSWER =
            new InjectedFault(AwsStep.CREATE, Kind.CUT, Moment.AFTER, 1, 1);

    private static final InjectedFault LOST_LOOK =
            new InjectedFault(AwsStep.LOOK, Kind.CUT, Moment.BEFORE, 1, 1);

    /// Cases that are too rare at random.
    private static final List<List<InjectedFault>> CORNERS =
            List.of(
                    // the cluster exists, nobody knows, and SageMaker's answers are stale
                    List.of(
                            LOST_ANSWER,
                            LOST_LOOK,
                            new InjectedFault(AwsStep.LOOK, Kind.STALE, Moment.BEFORE, 2, 1)),
                    // the record rejects the intent
                    List.of(new InjectedFault(AwsStep.INTENT, Kind.CORRUPT, Moment.BEFORE, 1, 0)),
                    // a duplicate of the call took the name, and lookups fail
                    List.of(
                            new InjectedFault(AwsStep.CREATE, Kind.DUPLICATE, Moment.BEFORE, 1, 1),
                            LOST_LOOK),
                    // the call arrives long after its function has died
                    List.of(new InjectedFault(AwsStep.CREATE, Kind.LATE, Moment.BEFORE, 1, 400)));

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(16),
                    Duration.ofMinutes(25));

    ChaosPlan {
        faults = List.copyOf(faults);
        waits = List.copyOf(waits);
    }

    /// The first runs contain every case once, in the seed's order; the others are random.
    static ChaosPlan draw(long seed, int number) {
        var random = new Random(seed * 1_000_003 + number);
        return number <= CELLS.size() ? covering(seed, number, random) : any(seed, number, random);
    }

    private static ChaosPlan covering(long seed, int number, Random random) {
        var cells = new ArrayList<>(CELLS);
        Collections.shuffle(cells, new Random(seed));
        InjectedFault cell = cells.get(number - 1);
        var faults = new ArrayList<InjectedFault>();
        faults.add(
                new InjectedFault(
                        cell.step(), cell.kind(), cell.moment(), 1, random.nextInt(1, 10_000)));
        if (cell.step() == AwsStep.LOOK || cell.step() == AwsStep.TAGS) faults.add(LOST_ANSWER);
        return new ChaosPlan(
                seed,
                number,
                faults,
                Circumstance.NOTHING_SPECIAL,
                false,
                waits(random),
                random.nextInt(4) > 0,
                random.nextInt(3) == 0);
    }

    private static ChaosPlan any(long seed, int number, Random random) {
        boolean corner = random.nextInt(3) == 0;
        List<InjectedFault> faults =
                corner ? CORNERS.get(random.nextInt(CORNERS.size())) : faults(random);
        List<Duration> waits =
                corner && random.nextBoolean()
                        ? List.of(WAITS.get(random.nextInt(4, 6)))
                        : waits(random);
        Circumstance circumstance =
                random.nextInt(4) > 0
                        ? Circumstance.NOTHING_SPECIAL
                        : Circumstance.values()[random.nextInt(1, Circumstance.values().length)];
        return new ChaosPlan(
                seed,
                number,
                faults,
                circumstance,
                random.nextInt(5) == 0,
                waits,
                random.nextInt(4) > 0,
                random.nextInt(3) == 0);
    }

    private static List<InjectedFault> faults(Random random) {
        int count = List.of(1, 1, 2, 2, 2, 3).get(random.nextInt(6));
        return Stream.generate(() -> fault(random)).limit(count).toList();
    }

    private static InjectedFault fault(Random random) {
        int occurrence = List.of(1, 1, 1, 2, 2, 3).get(random.nextInt(6));
        int flavour = random.nextInt(1, 10_000);
        if (random.nextInt(8) == 0) {
            AwsStep write = AwsStep.WRITES.get(random.nextInt(AwsStep.WRITES.size()));
            return new InjectedFault(write, Kind.LATE, Moment.BEFORE, occurrence, flavour);
        }
        boolean ofCreation = random.nextInt(5) > 0;
        AwsStep step =
                ofCreation
                        ? AwsStep.CREATION.get(random.nextInt(AwsStep.CREATION.size()))
                        : AwsStep.values()[random.nextInt(AwsStep.values().length)];
        return new InjectedFault(
                step,
                ANYWHERE.get(random.nextInt(ANYWHERE.size())),
                Moment.values()[random.nextInt(2)],
                occurrence,
                flavour);
    }

    private static List<Duration> waits(Random random) {
        return random.ints(random.nextInt(4), 0, WAITS.size()).mapToObj(WAITS::get).toList();
    }
}
