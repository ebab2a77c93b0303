package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.InMemoryAuditLog;

class InMemoryOpenItemsTest extends OpenItemsContract {

    private final InMemoryAuditLog log = new InMemoryAuditLog();
    private final InMemoryOpenItems items = new InMemoryOpenItems(log);

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected OpenItems items() {
        return items;
    }
}
