package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.InMemoryAuditLog;

class InMemoryRequestListTest extends RequestListContract {

    private final InMemoryAuditLog log = new InMemoryAuditLog();

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected RequestList list(int mostEntries) {
        return new InMemoryRequestList(log, mostEntries);
    }
}
