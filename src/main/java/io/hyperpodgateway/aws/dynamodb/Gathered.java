package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.list.Chunk;
import io.hyperpodgateway.audit.list.Listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Listings up to a number, and whether there was one more.
final class Gathered {

    private final int most;
    private final List<Listing> listings = new ArrayList<>();
    private boolean overfull;

    Gathered(int most) {
        this.most = most;
    }

    /// Keeps it, unless there is no room for it; answers whether it did.
    boolean take(Listing listing) {
        overfull = listings.size() == most;
        return !overfull && listings.add(listing);
    }

    int room() {
        return most - listings.size();
    }

    boolean isOverfull() {
        return overfull;
    }

    /// @param rest where to go on, if not behind the last listing
    Chunk chunk(Optional<String> rest) {
        return new Chunk(
                List.copyOf(listings), overfull ? Optional.of(listings.getLast().listKey()) : rest);
    }
}
