package io.hyperpodgateway.chaos.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock with an offset that is stored in a file, so that several processes are advanced at once.
public final class FileOffsetClock extends Clock {

    private final MappedByteBuffer ahead;

    private FileOffsetClock(MappedByteBuffer ahead) {
        this.ahead = ahead;
    }

    /// The clock of that file, which is created if it does not exist.
    public static FileOffsetClock of(Path file) {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            return new FileOffsetClock(channel.map(MapMode.READ_WRITE, 0, Long.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forward(Duration time) {
        ahead.putLong(0, ahead.getLong(0) + time.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(ahead.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
