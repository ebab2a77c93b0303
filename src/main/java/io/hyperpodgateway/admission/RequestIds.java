package io.hyperpodgateway.admission;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/// The ids under which requests go: `r-` and 32 hex digits.
public final class RequestIds implements Supplier<String> {

    private static final int RANDOM_BYTES = 16;

    private static final int SEED_BYTES = 32;

    private final SecureRandom random;

    public RequestIds() {
        this(new SecureRandom());
    }

    RequestIds(SecureRandom random) {
        this.random = Objects.requireNonNull(random);
    }

    /// A new id that nobody can guess.
    @Override
    public String get() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "r-" + HexFormat.of().formatHex(bytes);
    }

    /// Takes new entropy from the machine: two copies of one process part here, if not before.
    public void reseed() {
        random.setSeed(random.generateSeed(SEED_BYTES));
    }
}
