package io.hyperpodgateway.bench.cold;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The CPU time of a process, including ended threads, in nanoseconds; the kernel's tables only
/// have hundredths of a second.
final class CpuClock {

    private static final MethodHandle CLOCK_OF = function("clock_getcpuclockid");
    private static final MethodHandle READ = function("clock_gettime");

    private final int clock;

    private CpuClock(int clock) {
        this.clock = clock;
    }

    static CpuClock of(long pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment clock = arena.allocate(JAVA_INT);
            check((int) CLOCK_OF.invokeExact((int) pid, clock));
            return new CpuClock(clock.get(JAVA_INT, 0));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    long now() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            check((int) READ.invokeExact(clock, time));
            return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000L + time.getAtIndex(JAVA_LONG, 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(int result) {
        if (result != 0) throw new IllegalStateException("no CPU clock: " + result);
    }

    private static MethodHandle function(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }
}
