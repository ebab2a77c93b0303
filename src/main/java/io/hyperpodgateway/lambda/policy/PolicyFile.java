package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.policy.PolicyReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The file of a policy document, read with care: somebody may be writing it.
///
/// What is half written may be a policy too, of fewer rules. So a file is read when it has not
/// changed for a moment, which costs the time of that moment if it has changed just now.
final class PolicyFile {

    /// For how long nobody may have touched what is read.
    static final Duration QUIET = Duration.ofMillis(100);

    /// After this time another change bears another time, whatever the file system: the coarsest
    /// ones count in steps of two seconds.
    static final Duration SETTLED = Duration.ofSeconds(3);

    private static final int TRIES = 5;

    /// What no file bears.
    private static final FileStamp NEVER = new FileStamp(Map.of(), Optional.of("never seen"));

    private final Path path;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Function<Path, FileStamp> stamps;
    private volatile Seen last = new Seen(NEVER, Instant.MIN, false);

    /// What a look at the file found.
    sealed interface Look {

        /// Its bytes, up to one more than a policy document may have.
        @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes what was just read
        record Content(byte[] bytes) implements Look {

            public Content {
                Objects.requireNonNull(bytes);
            }
        }

        /// No bytes.
        record Unreadable(String why) implements Look {

            public Unreadable {
                Objects.requireNonNull(why);
            }
        }
    }

    /// A look and the stamp that the file bore before it, and behind it too.
    private record StampedLook(FileStamp stamp, Look look) {}

    /// What was seen last.
    ///
    /// @param twice whether what bears this stamp has been read a second time, after [#SETTLED]
    private record Seen(FileStamp stamp, Instant at, boolean twice) {

        boolean isStill(FileStamp now, Instant time) {
            return stamp.equals(now) && (twice || time.isBefore(at.plus(SETTLED)));
        }
    }

    /// @param clock the time of which the file's times are
    /// @param pause waits for so long
    /// @param stamps tells the stamp that a file bears now
    PolicyFile(Path path, Clock clock, Consumer<Duration> pause, Function<Path, FileStamp> stamps) {
        this.path = path;
        this.clock = clock;
        this.pause = pause;
        this.stamps = stamps;
    }

    /// The file at that path.
    static PolicyFile at(Path path) {
        return new PolicyFile(path, Clock.systemUTC(), PolicyFile::sleep, FileStamp::of);
    }

    Path path() {
        return path;
    }

    /// What is there now.
    Look read() {
        return steady().map(StampedLook::look)
                .orElse(new Look.Unreadable("it keeps changing while it is read"));
    }

    /// Has what is there now taken, if it may have changed since it was taken last. Of several that
    /// ask at once one reads, and the others wait until it is taken.
    void ifChanged(Consumer<Look> taker) {
        if (isStill()) return;
        synchronized (this) {
            if (!isStill()) steady().ifPresent(reading -> take(reading, taker));
        }
    }

    private boolean isStill() {
        return last.isStill(stamps.apply(path), clock.instant());
    }

    private void take(StampedLook reading, Consumer<Look> taker) {
        taker.accept(reading.look());
        boolean again = reading.stamp().equals(last.stamp());
        boolean nothing = reading.look() instanceof Look.Unreadable;
        last = new Seen(reading.stamp(), clock.instant(), again || nothing);
    }

    /// What was there while nobody touched it; nothing if somebody does all the time.
    private Optional<StampedLook> steady() {
        for (int i = 0; i < TRIES; i++) {
            FileStamp before = stamps.apply(path);
            if (!before.isOlderThan(QUIET, clock.instant())) pause.accept(QUIET);
            Look look = look(before);
            if (stamps.apply(path).equals(before))
                return Optional.of(new StampedLook(before, look));
        }
        return Optional.empty();
    }

    private Look look(FileStamp stamp) {
        if (stamp.failure().isPresent()) return new Look.Unreadable(stamp.failure().get());
        if (!stamp.isRegularFile()) return new Look.Unreadable("no regular file");
        try (InputStream file = Files.newInputStream(path)) {
            return new Look.Content(file.readNBytes(PolicyReader.MAX_BYTES + 1));
        } catch (IOException e) {
            return new Look.Unreadable(e.getClass().getSimpleName());
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
