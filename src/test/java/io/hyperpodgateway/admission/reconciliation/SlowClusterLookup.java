package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.settlement.ManualClock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Finds every cluster, slowly. Concurrent lookups share the time of one.
final class SlowClusterLookup implements ClusterLookup {

    private final ManualClock clock;
    private final Duration each;
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    SlowClusterLookup(ManualClock clock, Duration each) {
        this.clock = clock;
        this.each = each;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public Optional<Cluster> find(String clusterName, Duration budget) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        Thread.yield();
        clock.forward(each.dividedBy(Reconciler.AT_ONCE));
        atOnce.decrementAndGet();
        return Optional.of(ReconcilerFixture.cluster(clusterName));
    }
}
