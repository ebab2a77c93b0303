package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects listings up to a maximum, notes whether there was one more, and counts the entries that
/// may still be read.
final class ListingBuffer {

    private final int most;
    private final List<Listing> listings = new ArrayList<>();
    private int entries;
    private boolean overfull;

    ListingBuffer(int most, int mostEntries) {
        this.most = most;
        this.entries = mostEntries;
    }

    void countScanned(int number) {
        entries -= number;
    }

    /// The number of entries that may still be read.
    int remainingEntries() {
        return entries;
    }

    /// Adds a listing.
    ///
    /// @return false if it is full
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

    /// @param rest where the list continues, if not after the last listing
    ListingPage toPage(Optional<String> rest) {
        return new ListingPage(
                List.copyOf(listings), overfull ? Optional.of(listings.getLast().listKey()) : rest);
    }
}
