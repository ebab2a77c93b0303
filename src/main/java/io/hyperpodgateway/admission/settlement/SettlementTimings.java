package io.hyperpodgateway.admission.settlement;

import java.time.Duration;

/// The waiting times of settlement.
public final class SettlementTimings {

    /// For this long after an intent, only the function that recorded it may record its outcome.
    public static final Duration ITS_OWN_TIME = Duration.ofMinutes(2);

    /// The absence of a cluster counts from this long after the intent: by then no call for it can
    /// be in progress.
    public static final Duration BEFORE_ABSENCE = Duration.ofMinutes(15);

    /// The minimum time between two lookups that find no cluster: the answer to one may have been
    /// stale.
    public static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private SettlementTimings() {}
}
