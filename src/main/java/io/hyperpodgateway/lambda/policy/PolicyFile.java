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

/// Reads the file of a policy document that may be written at the same time.
///
/// A half-written document may be a valid policy of fewer rules. So the file is only read once it
/// has not changed for a moment; if it has just changed, that moment is waited for.
final class PolicyFile {

    /// How long a file must be unchanged before it is read.
    static final Duration QUIET = Duration.ofMillis(100);

    /// After this time another change has another timestamp on every file system; the coarsest ones
    /// have a resolution of two seconds.
    static final Duration SETTLED = Duration.ofSeconds(3);

    private static final int TRIES = 5;

    /// Differs from every file's stamp.
    private static final FileStamp NEVER = new FileStamp(Map.of(), Optional.of("never seen"));

    private final Path path;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Function<Path, FileStamp> stamps;
    private volatile Seen last = new Seen(NEVER, Instant.MIN, false);

    /// The result of reading the file.
    sealed interface FileLook {

        /// The content, cut one byte above the limit of a policy document.
        @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes what was just read
        record FileContent(byte[] bytes) implements FileLook {

            public FileContent {
                Objects.requireNonNull(bytes);
            }
        }

        record Unreadable(String why) implements FileLook {

            public Unreadable {
                Objects.requireNonNull(why);
            }
        }
    }

    /// The content, and the stamp that the file had before and after reading it.
    private record StampedLook(FileStamp stamp, FileLook look) {}

    /// The last result.
    ///
    /// @param twice whether the file with this stamp was read a second time, after [#SETTLED]
    private record Seen(FileStamp stamp, Instant at, boolean twice) {

        boolean isStill(FileStamp now, Instant time) {
            return stamp.equals(now) && (twice || time.isBefore(at.plus(SETTLED)));
        }
    }

    /// @param clock the clock of the file's timestamps
    /// @param pause waits for that long
    /// @param stamps returns a file's current stamp
    PolicyFile(Path path, Clock clock, Consumer<Duration> pause, Function<Path, FileStamp> stamps) {
        this.path = path;
        this.clock = clock;
        this.pause = pause;
        this.stamps = stamps;
    }

    static PolicyFile at(Path path) {
        return new PolicyFile(path, Clock.systemUTC(), PolicyFile::sleep, FileStamp::of);
    }

    Path path() {
        return path;
    }

    FileLook read() {
        return steady().map(StampedLook::look)
                .orElse(new FileLook.Unreadable("it keeps changing while it is read"));
    }

    /// Passes on the content if it may have changed since the last call. Of concurrent callers one
    /// reads, and the others wait for it.
    void ifChanged(Consumer<FileLook> taker) {
        if (isStill()) return;
        synchronized (this) {
            if (!isStill()) steady().ifPresent(reading -> take(reading, taker));
        }
    }

    private boolean isStill() {
        return last.isStill(stamps.apply(path), clock.instant());
    }

    private void take(StampedLook reading, Consumer<FileLook> taker) {
        taker.accept(reading.look());
        boolean again = reading.stamp().equals(last.stamp());
        boolean nothing = reading.look() instanceof FileLook.Unreadable;
        last = new Seen(reading.stamp(), clock.instant(), again || nothing);
    }

    /// The content while the file was unchanged; empty if it keeps changing.
    private Optional<StampedLook> steady() {
        for (int i = 0; i < TRIES; i++) {
            FileStamp before = stamps.apply(path);
            if (!before.isOlderThan(QUIET, clock.instant())) pause.accept(QUIET);
            FileLook look = look(before);
            if (stamps.apply(path).equals(before))
                return Optional.of(new StampedLook(before, look));
        }
        return Optional.empty();
    }

    private FileLook look(FileStamp stamp) {
        if (stamp.failure().isPresent()) return new FileLook.Unreadable(stamp.failure().get());
        if (!stamp.isRegularFile()) return new FileLook.Unreadable("no regular file");
        try (InputStream file = Files.newInputStream(path)) {
            return new FileLook.FileContent(file.readNBytes(PolicyReader.MAX_BYTES + 1));
        } catch (IOException e) {
            return new FileLook.Unreadable(e.getClass().getSimpleName());
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
