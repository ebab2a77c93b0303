package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.admission.port.OpenItems.Backlog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.Origin;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Looks into every open intent, oldest first, a few at a time.
public final class Reconciler {

    /// At most so many at a time: with SageMaker and DynamoDB answering in a second and a half
    /// together, 1,000 take a little over three minutes.
    static final int AT_ONCE = 8;

    private final OpenItems items;
    private final Inspector inspector;
    private final Pauses pauses;

    public Reconciler(OpenItems items, Inspector inspector, Pauses pauses) {
        this.items = Objects.requireNonNull(items);
        this.inspector = Objects.requireNonNull(inspector);
        this.pauses = Objects.requireNonNull(pauses);
    }

    /// Works through what is open when it begins, and stops with time to spare.
    ///
    /// @param origin where the looks come from
    /// @param deadline when this run is ended from outside
    /// @throws AuditUnavailableException if the open intents could not be listed
    public Reconciliation run(Origin origin, Deadline deadline) {
        Backlog backlog = items.all(Budgets.forReading(deadline));
        var run =
                new Run(
                        backlog.items().stream()
                                .sorted(Comparator.comparing(OpenItem::at))
                                .toList(),
                        (item, time) -> inspector.inspect(item, origin, time),
                        deadline,
                        pauses);
        together(run, Math.min(AT_ONCE, backlog.items().size()));
        return new Reconciliation(run.looks(), run.left(), backlog.unreadable());
    }

    private static void together(Run run, int count) {
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
