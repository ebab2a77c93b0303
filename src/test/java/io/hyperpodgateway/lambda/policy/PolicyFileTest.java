package io.hyperpodgateway.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.settlement.ManualClock;
import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook;
import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook.FileContent;
import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook.Unreadable;
import io.hyperpodgateway.policy.PolicyReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PolicyFileTest {

    @TempDir private Path folder;

    // Long after the test's files were written, so that they count as old.
    private final ManualClock clock = new ManualClock(Instant.parse("2099-01-01T00:00:00Z"));

    /// Actions while the reader waits, one for each wait.
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private final List<String> taken = new ArrayList<>();
    private int waits;
    private Path path;
    private PolicyFile file;

    @BeforeEach
    void begin() {
        path = folder.resolve("policy.yaml");
        file = new PolicyFile(path, clock, this::pause, FileStamp::of);
    }

    @Test
    void isTakenOnceAndOnceMoreWhenChangesWouldShow() {
        write("one");
        look();
        look();
        assertThat(taken).containsExactly("one");

        clock.forward(PolicyFile.SETTLED);
        look();
        look();
        clock.forward(PolicyFile.SETTLED);
        look();
        assertThat(taken).containsExactly("one", "one");
        assertThat(waits).isZero();
    }

    @Test
    void isTakenAgainWhenItsLengthOrItsTimeChanges() {
        write("one");
        look();
        write("three");
        look();
        write("seven");
        touch(Instant.parse("2020-01-01T00:00:00Z"));
        look();

        assertThat(taken).containsExactly("one", "three", "seven");
    }

    /// A coarse file system, or an editor that restores the time: the stamp does not change, so the
    /// second read has to notice.
    @Test
    void findsAChangeThatShowsNowhere() {
        var same = new FileStamp(Map.of("isRegularFile", true), Optional.empty());
        write("one");
        var blind = new PolicyFile(path, clock, this::pause, _ -> same);
        blind.ifChanged(this::take);
        write("two");
        blind.ifChanged(this::take);
        assertThat(taken).containsExactly("one");

        clock.forward(PolicyFile.SETTLED);
        blind.ifChanged(this::take);
        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void isTakenWhenItIsReplacedByAnotherOfTheSameLengthAndTime() throws IOException {
        Instant time = Instant.parse("2020-01-01T00:00:00Z");
        write("one");
        touch(time);
        look();
        Path other = Files.writeString(folder.resolve("other"), "two");
        Files.setLastModifiedTime(other, FileTime.from(time));
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
        look();

        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void followsALinkThatIsSetElsewhere() throws IOException {
        Files.writeString(folder.resolve("v1"), "one");
        Files.writeString(folder.resolve("v2"), "two");
        Files.createSymbolicLink(path, Path.of("v1"));
        look();
        Files.createSymbolicLink(folder.resolve("link"), Path.of("v2"));
        Files.move(folder.resolve("link"), path, StandardCopyOption.ATOMIC_MOVE);
        look();

        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void waitsUntilItIsWrittenToItsEnd() {
        write("version: 1\n");
        nowIsTheTimeOfTheFile();
        meanwhile.add(() -> write("version: 1\nrules: [deny]\n"));
        meanwhile.add(() -> {});
        look();

        assertThat(taken).containsExactly("version: 1\nrules: [deny]\n");
        assertThat(waits).isEqualTo(2);
    }

    @Test
    void waitsForAFileThatIsMissingForAMoment() throws IOException {
        write("one");
        look();
        Files.delete(path);
        meanwhile.add(() -> write("two"));
        look();

        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void reportsAMissingFileOnce() throws IOException {
        write("one");
        look();
        Files.delete(path);
        look();
        look();
        clock.forward(PolicyFile.SETTLED);
        look();

        assertThat(taken).containsExactly("one", "NoSuchFileException");
        assertThat(waits).isEqualTo(1);
    }

    @Test
    void takesNothingWhileItChangesAllTheTime() {
        write("0");
        nowIsTheTimeOfTheFile();
        for (int i = 1; i < 20; i++) {
            String longer = "x".repeat(i);
            meanwhile.add(() -> write(longer));
        }
        look();
        assertThat(taken).isEmpty();
        assertThat(file.read()).isInstanceOf(Unreadable.class);

        meanwhile.clear();
        look();
        assertThat(taken).hasSize(1);
    }

    @Test
    void readsNoMoreThanADocumentMayHave() {
        write("x".repeat(PolicyReader.MAX_BYTES + 10));

        assertThat(((FileContent) file.read()).bytes()).hasSize(PolicyReader.MAX_BYTES + 1);
    }

    @Test
    void isNoFolder() throws IOException {
        Files.createDirectory(path);

        assertThat(file.read()).isEqualTo(new Unreadable("no regular file"));
    }

    @Test
    void isReadByOneOfManyAtOnce() throws Exception {
        write("one");
        var started = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                looks.add(
                        threads.submit(() -> {
                            started.countDown();
                            started.await();
                            look();
                            return taken.size();
                        }));
            }
            for (Future<?> look : looks) assertThat(look.get()).isEqualTo(1);
        }
        assertThat(taken).containsExactly("one");
    }

    private void look() {
        file.ifChanged(this::take);
    }

    private void take(FileLook look) {
        taken.add(
                switch (look) {
                    case FileContent(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
                    case Unreadable(var why) -> why;
                });
    }

    private void pause(Duration duration) {
        assertThat(duration).isPositive();
        waits++;
        if (!meanwhile.isEmpty()) Objects.requireNonNull(meanwhile.poll()).run();
    }

    private void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void touch(Instant time) {
        try {
            Files.setLastModifiedTime(path, FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sets the clock to the file's time, so that further writes are recent.
    private void nowIsTheTimeOfTheFile() {
        clock.set(Instant.parse("2000-01-01T00:00:00Z"));
    }
}
