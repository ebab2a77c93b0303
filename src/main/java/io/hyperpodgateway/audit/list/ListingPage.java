package io.hyperpodgateway.audit.list;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param listings newest first
/// @param rest the key below which the list may continue; empty if this is its end
public record ListingPage(List<Listing> listings, Optional<String> rest) {

    public static final ListingPage END = new ListingPage(List.of(), Optional.empty());

    public ListingPage {
        listings = List.copyOf(listings);
    }
}
