package io.hyperpodgateway.bench;

import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.request.ClusterRequest;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/// Deciding a request under a policy, by number of rules and groups.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingRequests {

    @Param("1000")
    public int rules;

    @Param("100")
    public int groups;

    private Policy policy = BusyPolicy.of(0);
    private ClusterRequest good = BusyPolicy.good(0);
    private ClusterRequest bad = BusyPolicy.bad(0);

    /// Creates policy and requests, and checks that they are as named.
    @Setup
    public void write() {
        policy = BusyPolicy.of(rules);
        good = BusyPolicy.good(groups);
        bad = BusyPolicy.bad(groups);
        if (!allowed().shown().isEmpty())
            throw new IllegalStateException("not allowed: " + allowed().shown());
        if (!denied().denied()) throw new IllegalStateException("not denied");
    }

    /// A request that every rule allows.
    @Benchmark
    public PolicyDecision allowed() {
        return policy.decide(BusyPolicy.CALLER, BusyPolicy.PLACE, good);
    }

    /// A request that breaks most rules in every group.
    @Benchmark
    public PolicyDecision denied() {
        return policy.decide(BusyPolicy.CALLER, BusyPolicy.PLACE, bad);
    }
}
