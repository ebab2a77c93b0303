package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds pages of the list of requests, from an index and from each request's last event.
///
/// A page begins below the last request of the previous one, so that requests recorded meanwhile
/// shift nothing. Whatever the filter, a page takes one read of the index and a bounded number of
/// reads of last events.
public final class RequestPages {

    /// The maximum number of last events that a page reads.
    static final int MOST_READ = RequestQuery.MAX_LIMIT;

    /// The batch size when few requests may match.
    private static final int READ_AT_ONCE = 25;

    private final RequestList list;

    public RequestPages(RequestList list) {
        this.list = list;
    }

    /// A page of the selected requests that the caller may read.
    ///
    /// @param isAuditor whether the caller may read all requests
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if the record could not be read
    public RequestPage page(
            Caller caller, boolean isAuditor, RequestQuery query, Instant now, Deadline deadline) {
        RequestFilter filter = query.filter();
        KeyRange whole = filter.span(now);
        KeyRange range = query.below().map(whole::below).orElse(whole);
        return filter.scope(caller, isAuditor)
                .map(scope ->
                        new PageBuilder(query, isAuditor, deadline).page(scope, range, caller))
                .orElse(RequestPage.EMPTY);
    }

    /// Builds one page.
    private final class PageBuilder {

        private final RequestFilter filter;
        private final int limit;
        private final boolean isAuditor;
        private final Deadline deadline;
        private final Duration stopAt;
        private final List<JsonObject> found = new ArrayList<>();
        private int read;

        PageBuilder(RequestQuery query, boolean isAuditor, Deadline deadline) {
            this.filter = query.filter();
            this.limit = query.limit();
            this.isAuditor = isAuditor;
            this.deadline = deadline;
            this.stopAt = Budgets.leftAfterListing(deadline);
        }

        RequestPage page(Scope scope, KeyRange range, Caller caller) {
            int most = filter.isOfOutcomes() ? RequestList.MOST_ENTRIES : limit;
            ListingPage page = list.read(scope, range, most, Budgets.forReading(deadline));
            Optional<String> rest = take(page);
            return new RequestPage(found, rest.map(key -> PageToken.of(caller, filter, key)));
        }

        /// @return the key below which there may be more
        private Optional<String> take(ListingPage page) {
            List<Listing> listings = page.listings();
            int from = 0;
            while (from < listings.size()) {
                int to = from;
                var batch = new ArrayList<Listing>();
                for (int room = remaining(); to < listings.size() && batch.size() < room; to++) {
                    if (filter.mayMatch(listings.get(to))) batch.add(listings.get(to));
                }
                Optional<String> full = takeAll(batch);
                boolean isLast = to == listings.size();
                if (full.isPresent()) {
                    String end = listings.getLast().listKey();
                    return full.get().equals(end) ? page.rest() : full;
                }
                if (!isLast && hasReadEnough()) return Optional.of(listings.get(to - 1).listKey());
                from = to;
            }
            return page.rest();
        }

        private int remaining() {
            int wanted = limit - found.size();
            int atOnce = filter.isOfOutcomes() ? Math.max(wanted, READ_AT_ONCE) : wanted;
            return Math.min(atOnce, MOST_READ - read);
        }

        private boolean hasReadEnough() {
            return read >= MOST_READ || deadline.remaining().compareTo(stopAt) < 0;
        }

        /// @return the key of the request that fills the page, if one does
        private Optional<String> takeAll(List<Listing> batch) {
            if (batch.isEmpty()) return Optional.empty();
            read += batch.size();
            List<String> ids = batch.stream().map(Listing::requestId).toList();
            Map<String, JsonObject> last = list.lastEvents(ids, Budgets.forReading(deadline));
            for (Listing listing : batch) {
                JsonObject first = listing.members();
                JsonObject event = last.getOrDefault(listing.requestId(), first);
                if (!filter.matches(event, isAuditor)) continue;
                found.add(RequestSummary.of(first, event));
                if (found.size() == limit) return Optional.of(listing.listKey());
            }
            return Optional.empty();
        }
    }
}
