package io.hyperpodgateway.audit.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.reading.PageToken;
import io.hyperpodgateway.admission.reading.RequestFilter;
import io.hyperpodgateway.admission.reading.RequestPage;
import io.hyperpodgateway.admission.reading.RequestPages;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Random requests and filters: pages are compared with a plain computation.
final class FilteredPages {

    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final List<String> OUTCOMES =
            List.of("policy-denied", "open", "created", "throttled");
    private static final List<String> RULES = List.of("sizes", "names");

    private final Random random;
    private final Instant start;
    private final List<String> principals;
    private final List<String> clusters;
    private final List<Kept> kept = new ArrayList<>();

    /// A recorded request.
    private record Kept(
            String id, Instant at, String principal, String cluster, String outcome, String rule) {

        String key() {
            return KeyRange.of(at, at).from() + "#" + id;
        }
    }

    FilteredPages(Random random, Instant start, List<String> principals, List<String> clusters) {
        this.random = random;
        this.start = start;
        this.principals = principals;
        this.clusters = clusters;
    }

    void record(int number, AuditLog log) {
        for (int i = 0; i < number; i++) {
            var request =
                    new Kept(
                            ListedRequestFixture.id("kept-" + i + principals),
                            time(),
                            any(principals),
                            any(clusters),
                            any(OUTCOMES),
                            any(RULES));
            record(request, log);
            kept.add(request);
        }
        kept.sort(Comparator.comparing(Kept::key).reversed());
    }

    private static void record(Kept request, AuditLog log) {
        if (request.outcome().equals("policy-denied")) {
            AuditEvent refusal =
                    ListedRequestFixture.refusal(
                            request.id(), request.at(), request.principal(), request.cluster());
            log.append(ruled(refusal, request), BUDGET);
            return;
        }
        AuditEvent intent =
                ListedRequestFixture.intent(
                        request.id(), request.at(), request.principal(), request.cluster());
        log.intend(ruled(intent, request), BUDGET);
        if (request.outcome().equals("open")) return;
        AuditEvent outcome =
                ListedRequestFixture.outcome(intent, request.outcome(), Optional.empty());
        log.conclude(ruled(outcome, request), BUDGET);
    }

    private static AuditEvent ruled(AuditEvent event, Kept request) {
        return AuditEvent.seal(
                event.members().with("rules", Json.of("[\"" + request.rule() + "\"]")));
    }

    void check(RequestList list, boolean isAuditor) {
        var caller = new AssumedRole(principals.getFirst(), "AROA", "111122223333", "jo");
        Instant from = time();
        var filter =
                new RequestFilter(
                        perhaps(clusters),
                        perhaps(principals),
                        perhaps(OUTCOMES),
                        perhaps(RULES),
                        Optional.of(random.nextBoolean() ? start : from),
                        Optional.of(from.plus(Duration.ofDays(random.nextInt(1, 12)))));

        List<String> read = read(new RequestPages(list), caller, isAuditor, filter);

        assertThat(read).as(filter.toString()).isEqualTo(left(caller, isAuditor, filter));
    }

    private List<String> read(
            RequestPages pages, Caller caller, boolean isAuditor, RequestFilter filter) {
        int limit = random.nextInt(1, 30);
        var ids = new ArrayList<String>();
        Optional<String> below = Optional.empty();
        do {
            RequestPage page =
                    pages.page(
                            caller,
                            isAuditor,
                            new RequestQuery(filter, limit, below),
                            start.plus(Duration.ofDays(30)),
                            () -> BUDGET);
            assertThat(page.requests()).hasSizeLessThanOrEqualTo(limit);
            page.requests().forEach(it -> ids.add(it.text("requestId").orElseThrow()));
            below = page.next().map(token -> PageToken.read(caller, filter, token).orElseThrow());
        } while (below.isPresent());
        return ids;
    }

    private List<String> left(Caller caller, boolean isAuditor, RequestFilter filter) {
        return kept.stream()
                .filter(it -> isAuditor || it.principal().equals(caller.principal()))
                .filter(it -> filter.clusterName().map(it.cluster()::equals).orElse(true))
                .filter(it -> filter.principal().map(it.principal()::equals).orElse(true))
                .filter(it -> filter.outcome().map(it.outcome()::equals).orElse(true))
                .filter(it -> filter.rule().map(it.rule()::equals).orElse(true))
                .filter(it -> !it.at().isBefore(filter.from().orElseThrow()))
                .filter(it -> it.at().isBefore(filter.to().orElseThrow()))
                .map(Kept::id)
                .toList();
    }

    /// Few different times, so that many requests share one.
    private Instant time() {
        return start.plus(Duration.ofHours(6L * random.nextInt(40)));
    }

    private Optional<String> perhaps(List<String> values) {
        return random.nextBoolean() ? Optional.of(any(values)) : Optional.empty();
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
