package io.hyperpodgateway.admission.settlement;

import java.time.Duration;

/// How long is waited before something is said of an open intent.
public final class SettlementTimings {

    /// So long after an intent nobody but the function that wrote it may say what came of it.
    public static final Duration ITS_OWN_TIME = Duration.ofMinutes(2);

    /// An absent cluster counts from this long after the intent on: by then no call for it can be
    /// under way any more.
    public static final Duration BEFORE_ABSENCE = Duration.ofMinutes(15);

    /// Two looks that find no cluster are at least so far apart: one may have been answered by what
    /// had not heard of it.
    public static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private SettlementTimings() {}
}
