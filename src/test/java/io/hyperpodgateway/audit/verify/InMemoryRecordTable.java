package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.InMemoryRecord;

import java.util.function.Consumer;

/// A record in memory for the verifier.
public record InMemoryRecordTable(InMemoryRecord record) implements RecordTable {

    @Override
    public void partition(String pk, Consumer<StoredItem> each) {
        record.items(pk).forEach(item -> each.accept(new StoredItem.Plain(item)));
    }

    @Override
    public void scan(Consumer<StoredItem> each) {
        record.items().forEach(item -> each.accept(new StoredItem.Plain(item)));
    }
}
