package io.hyperpodgateway.admission;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/// Request ids: `r-` and 32 random hex digits.
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

    @Override
    public String get() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "r-" + HexFormat.of().formatHex(bytes);
    }

    /// Reseeds from the operating system, so that two copies of one process produce different ids.
    public void reseed() {
        random.setSeed(random.generateSeed(SEED_BYTES));
    }
}
