package io.hyperpodgateway.audit;

import java.util.List;

class InMemoryAuditLogTest extends AuditLogContract {

    private final InMemoryAuditLog log = new InMemoryAuditLog();

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected List<String> openRequests() {
        return log.openIntents().stream().map(AuditEvent::requestId).toList();
    }
}
