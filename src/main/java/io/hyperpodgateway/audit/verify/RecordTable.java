package io.hyperpodgateway.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The audit table for a verifier: all of it, read consistently and page by page.
///
/// Every method throws [io.hyperpodgateway.audit.AuditUnavailableException] when it cannot be read.
public interface RecordTable {

    /// The items of that partition, by sort key.
    void partition(String pk, Consumer<StoredItem> each);

    /// All items; those of one partition are consecutive, by sort key.
    void scan(Consumer<StoredItem> each);

    /// The items of that partition, by sort key.
    default List<StoredItem> partition(String pk) {
        var items = new ArrayList<StoredItem>();
        partition(pk, items::add);
        return items;
    }
}
