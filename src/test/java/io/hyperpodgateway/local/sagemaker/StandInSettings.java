package io.hyperpodgateway.local.sagemaker;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/// The stand-in's settings.
///
/// @param port the port, 0 for any
/// @param region the Region in its ARNs
/// @param accountId the account in its ARNs, 12 digits
/// @param quota the maximum number of clusters
/// @param creating how long a cluster is `Creating` before it is `InService` or `Failed`, and how
///   long an update or a deletion takes
/// @param clock the clock of its clusters
public record StandInSettings(
        int port, String region, String accountId, int quota, Duration creating, Clock clock) {

    /// Any port, us-east-1, account 000000000000, 100 clusters, in service after 30 s.
    public static final StandInSettings DEFAULT =
            new StandInSettings(
                    0, "us-east-1", "000000000000", 100, Duration.ofSeconds(30), Clock.systemUTC());

    public StandInSettings {
        Objects.requireNonNull(region);
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(creating);
        Objects.requireNonNull(clock);
    }

    public StandInSettings withPort(int port) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }

    public StandInSettings withRegion(String region) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }

    public StandInSettings withAccountId(String accountId) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }

    public StandInSettings withQuota(int quota) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }

    public StandInSettings withCreating(Duration creating) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }

    public StandInSettings withClock(Clock clock) {
        return new StandInSettings(port, region, accountId, quota, creating, clock);
    }
}
