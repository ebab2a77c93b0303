package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.admission.port.OpenIntentStore.Backlog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestSource;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Processes all open intents, oldest first, a few at a time.
public final class Reconciler {

    /// The number of workers. If SageMaker and DynamoDB take 1.5 s together, 1,000 intents take a
    /// little over three minutes.
    static final int AT_ONCE = 8;

    private final OpenIntentStore store;
    private final IntentProbe intentProbe;
    private final Sleeper sleeper;

    public Reconciler(OpenIntentStore store, IntentProbe intentProbe, Sleeper sleeper) {
        this.store = Objects.requireNonNull(store);
        this.intentProbe = Objects.requireNonNull(intentProbe);
        this.sleeper = Objects.requireNonNull(sleeper);
    }

    /// Processes the intents that are open at the start, and stops before the deadline.
    ///
    /// @param source the source of the lookups
    /// @param deadline when this run is ended from outside
    /// @throws AuditUnavailableException if the open intents could not be listed
    public Reconciliation run(RequestSource source, Deadline deadline) {
        Backlog backlog = store.all(Budgets.forReading(deadline));
        var run =
                new ReconciliationRun(
                        backlog.items().stream()
                                .sorted(Comparator.comparing(OpenIntentEntry::at))
                                .toList(),
                        (entry, time) -> intentProbe.probe(entry, source, time),
                        deadline,
                        sleeper);
        runWorkers(run, Math.min(AT_ONCE, backlog.items().size()));
        return new Reconciliation(run.looks(), run.left(), backlog.unreadable());
    }

    private static void runWorkers(ReconciliationRun run, int count) {
        Callable<Void> worker =
                () -> {
                    run.work();
                    return null;
                };
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> ended : workers.invokeAll(Collections.nCopies(count, worker))) {
                ended.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
