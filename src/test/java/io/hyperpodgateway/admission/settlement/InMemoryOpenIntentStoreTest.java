package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.InMemoryAuditLog;

class InMemoryOpenIntentStoreTest extends OpenIntentStoreContract {

    private final InMemoryAuditLog log = new InMemoryAuditLog();
    private final InMemoryOpenIntentStore store = new InMemoryOpenIntentStore(log);

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected OpenIntentStore store() {
        return store;
    }
}
