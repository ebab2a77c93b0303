package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.audit.list.Chunk;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.audit.list.Span;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes pages of the list of requests: which requests there are from an index, what came of them
/// from the table itself.
///
/// A page begins below the last request of the page before it, so what is recorded meanwhile moves
/// nothing.
public final class RequestPages {

    /// Of the requests that a page passes over because they came to something else.
    static final int MOST_READ = 500;

    private static final int READ_AT_ONCE = 50;

    private final RequestList list;

    public RequestPages(RequestList list) {
        this.list = list;
    }

    /// A page of the requests that the caller asks for and may read.
    ///
    /// @param isAuditor whether the caller may read all
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if the record could not be read
    public RequestPage page(
            Caller caller, boolean isAuditor, RequestQuery query, Instant now, Deadline deadline) {
        RequestFilter filter = query.filter();
        Span whole = filter.span(now);
        Span span = query.below().map(whole::below).orElse(whole);
        return filter.scope(caller, isAuditor)
                .map(scope -> new Reading(scope, query, deadline).page(span, caller))
                .orElse(RequestPage.EMPTY);
    }

    /// One page being made.
    private final class Reading {

        private final Scope scope;
        private final Optional<String> outcome;
        private final int limit;
        private final RequestFilter filter;
        private final Deadline deadline;
        private final Duration stopAt;
        private final List<JsonObject> found = new ArrayList<>();
        private int read;

        Reading(Scope scope, RequestQuery query, Deadline deadline) {
            this.scope = scope;
            this.filter = query.filter();
            this.outcome = filter.outcome();
            this.limit = query.limit();
            this.deadline = deadline;
            this.stopAt = Budgets.leftAfterListing(deadline);
        }

        RequestPage page(Span whole, Caller caller) {
            Optional<String> rest = read(whole);
            return new RequestPage(found, rest.map(key -> PageToken.of(caller, filter, key)));
        }

        /// @return the key below which there may be more
        private Optional<String> read(Span whole) {
            Span span = whole;
            while (true) {
                Chunk chunk = list.read(scope, span, most(), Budgets.forReading(deadline));
                Optional<String> full = take(chunk);
                if (full.isPresent() || chunk.rest().isEmpty()) return full;
                if (found.size() == limit || hasReadEnough()) return chunk.rest();
                span = span.below(chunk.rest().get());
            }
        }

        private int most() {
            return outcome.isPresent() ? READ_AT_ONCE : limit - found.size();
        }

        private boolean hasReadEnough() {
            return read >= MOST_READ || deadline.remaining().compareTo(stopAt) < 0;
        }

        /// @return the key of the last request taken, if the page is full before the chunk ends
        private Optional<String> take(Chunk chunk) {
            List<Listing> listings = chunk.listings();
            Map<String, JsonObject> last = lastEvents(listings);
            for (int i = 0; i < listings.size(); i++) {
                read++;
                Listing listing = listings.get(i);
                JsonObject first = listing.members();
                JsonObject request =
                        RequestSummary.of(first, last.getOrDefault(listing.requestId(), first));
                if (!isWanted(request)) continue;
                found.add(request);
                if (found.size() == limit && i < listings.size() - 1)
                    return Optional.of(listing.listKey());
            }
            return Optional.empty();
        }

        /// An event that is no intent is the only one of its request.
        private Map<String, JsonObject> lastEvents(List<Listing> listings) {
            List<String> intents =
                    listings.stream().filter(Listing::isIntent).map(Listing::requestId).toList();
            return intents.isEmpty()
                    ? Map.of()
                    : list.lastEvents(intents, Budgets.forReading(deadline));
        }

        private boolean isWanted(JsonObject request) {
            return outcome.isEmpty() || request.get("outcome").equals(outcome.map(Json::of));
        }
    }
}
