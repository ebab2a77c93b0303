package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Listings up to a number, whether there was one more, and how many entries may be looked at yet.
final class ListingBuffer {

    private final int most;
    private final List<Listing> listings = new ArrayList<>();
    private int entries;
    private boolean overfull;

    ListingBuffer(int most, int mostEntries) {
        this.most = most;
        this.entries = mostEntries;
    }

    /// So many entries were looked at.
    void countScanned(int number) {
        entries -= number;
    }

    /// How many entries may be looked at yet.
    int remainingEntries() {
        return entries;
    }

    /// Takes one more.
    ///
    /// @return false if there is no room for it
    boolean add(Listing listing) {
        overfull = listings.size() == most;
        return !overfull && listings.add(listing);
    }

    int remaining() {
        return most - listings.size();
    }

    boolean isOverfull() {
        return overfull;
    }

    /// @param rest where to go on, if not behind the last listing
    ListingPage toPage(Optional<String> rest) {
        return new ListingPage(
                List.copyOf(listings), overfull ? Optional.of(listings.getLast().listKey()) : rest);
    }
}
