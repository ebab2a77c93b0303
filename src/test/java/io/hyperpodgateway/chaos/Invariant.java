package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.chaos.proxy.Ledger.Made;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is true after every run, whatever went wrong.
enum Invariant {
    ONE_CLUSTER("never two clusters for one request") {
        @Override
        Stream<String> violations(Evidence seen) {
            return seen.made().size() > 1 ? Stream.of(seen.made().toString()) : Stream.empty();
        }
    },

    NO_CLUSTER_WITHOUT_INTENT("never a cluster without an intent") {
        @Override
        Stream<String> violations(Evidence seen) {
            return seen.made().stream()
                    .filter(made -> !made.isIntended())
                    .map(made -> "no open intent stood when this was made: " + made);
        }
    },

    ONE_OUTCOME("every intent ends in exactly one outcome") {
        @Override
        Stream<String> violations(Evidence seen) {
            var violations = new ArrayList<String>();
            EventType before = EventType.COMPLETED;
            for (AuditEvent event : seen.events()) {
                boolean begins = event.type() == EventType.INTENDED;
                boolean mayBegin = before != EventType.INTENDED;
                if (begins != mayBegin) violations.add(event.type() + " follows " + before);
                before = event.type();
            }
            if (before == EventType.INTENDED) violations.add("the last intent has no outcome");
            if (seen.open() > 0) violations.add(seen.open() + " open items are left");
            return violations.stream();
        }
    },

    ANSWERS_ARE_THE_RECORD("the answer a client got is what the record says") {
        @Override
        Stream<String> violations(Evidence seen) {
            return Stream.concat(
                    seen.answers().stream()
                            .filter(ClientAnswer::claims)
                            .filter(answer -> !isRecorded(answer, seen))
                            .map(answer -> "heard " + answer),
                    seen.answers().stream()
                                            .filter(answer -> answer.status() == 201)
                                            .map(ClientAnswer::body)
                                            .distinct()
                                            .count()
                                    > 1
                            ? Stream.of("several bodies of 201")
                            : Stream.empty());
        }
    },

    THE_RECORD_IS_TRUE("the outcome is what SageMaker made of the intent") {
        @Override
        Stream<String> violations(Evidence seen) {
            Set<String> recorded =
                    seen.events().stream()
                            .filter(event -> outcome(event).equals("created"))
                            .map(event ->
                                    "intent %d made %s"
                                            .formatted(
                                                    event.sequence() - 1,
                                                    event.text("clusterArn").orElse("nothing")))
                            .collect(Collectors.toSet());
            Set<String> made =
                    seen.made().stream()
                            .map(each -> "intent %d made %s".formatted(each.intent(), each.arn()))
                            .collect(Collectors.toSet());
            return recorded.equals(made)
                    ? Stream.empty()
                    : Stream.of("recorded is %s, true is %s".formatted(recorded, made));
        }
    },

    NO_EVENT_CHANGED("no event changed") {
        @Override
        Stream<String> violations(Evidence seen) {
            return Stream.concat(
                    seen.changes().stream(),
                    seen.events().stream()
                            .filter(event -> !event.hashMatches())
                            .map(event -> event.sk() + " is not what was sealed"));
        }
    },

    THE_VERIFIER_SAYS_OK("the verifier says OK") {
        @Override
        Stream<String> violations(Evidence seen) {
            return seen.verdict().status() == Verdict.Status.OK
                    ? Stream.empty()
                    : Stream.of(seen.verdict().toLine() + " " + seen.verdict().failures());
        }
    };

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /// The state after a run.
    ///
    /// @param events the request's events, oldest first
    /// @param answers every answer to its client
    /// @param made the clusters that SageMaker created for it
    /// @param changes changes of already recorded items
    /// @param open the number of open intents
    /// @param verdict the verifier's verdict
    record Evidence(
            List<AuditEvent> events,
            List<ClientAnswer> answers,
            List<Made> made,
            List<String> changes,
            int open,
            Verdict verdict) {

        Evidence {
            events = List.copyOf(events);
            answers = List.copyOf(answers);
            made = List.copyOf(made);
            changes = List.copyOf(changes);
        }

        Optional<AuditEvent> last() {
            return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
        }
    }

    record InvariantViolation(Invariant invariant, String found) {

        @Override
        public String toString() {
            return "%s: %s".formatted(invariant.words, found);
        }
    }

    abstract Stream<String> violations(Evidence seen);

    static List<InvariantViolation> violated(Evidence seen) {
        return Stream.of(values())
                .flatMap(each ->
                        each.violations(seen).map(found -> new InvariantViolation(each, found)))
                .toList();
    }

    /// SageMaker's refusal is answered even if it could not be recorded; the settlement of its
    /// intent later only finds that no cluster was created.
    private static boolean isRecorded(ClientAnswer answer, Evidence seen) {
        if (answer.status() == 201) {
            return seen.last()
                    .filter(event -> outcome(event).equals("created"))
                    .filter(event ->
                            event.text("clusterArn").equals(answer.body().text("ClusterArn")))
                    .isPresent();
        }
        return seen.events().stream()
                .filter(event -> event.type() != EventType.INTENDED)
                .anyMatch(event ->
                        outcome(event).equals(answer.outcome())
                                || event.type() == EventType.RESOLVED
                                        && !outcome(event).equals("created"));
    }

    private static String outcome(AuditEvent event) {
        return event.text("outcome").orElse("open");
    }
}
