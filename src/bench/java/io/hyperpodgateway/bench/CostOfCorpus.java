package io.hyperpodgateway.bench;

import com.sun.management.ThreadMXBean;

import io.hyperpodgateway.corpus.Corpus;
import io.hyperpodgateway.corpus.CorpusCase;
import io.hyperpodgateway.corpus.Delivery;
import io.hyperpodgateway.corpus.OpenGateway;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.HandlerOnFakes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// This thread's CPU time and allocation for each request of the corpus once the handler is warm:
/// from event to answer, on fakes.
final class CostOfCorpus implements Measurement {

    /// The maximum CPU time of a request, in milliseconds.
    private static final double BOUND = 50;

    private static final int WARM_ROUNDS = 3;
    private static final int ROUNDS = 5;
    private static final int SHOWN = 10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Cost(String name, int bytes, double millis, double allocated) {}

    @Override
    public String name() {
        return "CostOfCorpus";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        for (int round = 0; round < WARM_ROUNDS; round++) Corpus.cases().forEach(this::once);
        List<Cost> costs =
                Corpus.cases().stream()
                        .map(this::median)
                        .sorted(Comparator.comparingDouble(Cost::millis).reversed())
                        .toList();
        write(costs, folder.resolve("cost-of-corpus.json"));
        System.out.printf("%d requests, the slowest:%n", costs.size());
        costs.stream()
                .limit(SHOWN)
                .forEach(cost ->
                        System.out.printf(
                                "%8.2f ms CPU %8.1f MB allocated %7d bytes  %s%n",
                                cost.millis(), cost.allocated() / 1e6, cost.bytes(), cost.name()));
        long over = costs.stream().filter(cost -> cost.millis() > BOUND).count();
        System.out.printf("%d over %.0f ms%n", over, BOUND);
        return over == 0;
    }

    private Cost median(CorpusCase request) {
        Cost[] costs = new Cost[ROUNDS];
        Arrays.setAll(costs, _ -> once(request));
        Arrays.sort(costs, Comparator.comparingDouble(Cost::millis));
        return costs[ROUNDS / 2];
    }

    private Cost once(CorpusCase request) {
        byte[] event = Delivery.of(request.bytes());
        HandlerOnFakes gateway = OpenGateway.fresh();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        gateway.handle(event);
        double millis = (THREADS.getCurrentThreadCpuTime() - time) / 1e6;
        return new Cost(
                request.name(),
                request.bytes().length,
                millis,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    private static void write(List<Cost> costs, Path file) throws IOException {
        List<Json> rows =
                costs.stream()
                        .<Json>map(cost ->
                                JsonObject.of("name", Json.of(cost.name()))
                                        .with("bytes", Json.of(cost.bytes()))
                                        .with("cpuMicros", Json.of(Math.round(cost.millis() * 1e3)))
                                        .with("allocated", Json.of((long) cost.allocated())))
                        .toList();
        Files.writeString(file, new JsonArray(rows).toText());
    }
}
