package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

class InMemoryRecordTest extends DigestStoreContract {

    private final InMemoryRecord record = new InMemoryRecord();

    @Override
    protected DigestStore store() {
        return record;
    }

    @Override
    protected EventIndex index() {
        return record;
    }

    @Override
    protected void put(AuditEvent event) {
        record.put(event);
    }

    @Override
    protected List<JsonObject> digestItems() {
        return record.items(Digest.PK);
    }
}
