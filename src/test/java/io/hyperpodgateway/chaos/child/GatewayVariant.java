package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.WriteResult;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.json.Json;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// The gateway, and variants of it with one defect each.
public enum GatewayVariant {
    /// Without defect.
    RIGHT {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return ports;
        }
    },

    /// Records `created` before it calls CreateCluster.
    OUTCOME_BEFORE_THE_CALL {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(
                    ports,
                    TamperingAuditLog.intending(
                            ports.log(), GatewayVariant::intendedAndConcludedAtOnce));
        }
    },

    /// Writes an intent unconditionally, even over another one.
    INTENT_WITHOUT_CONDITION {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(ports, tampering(tables, GatewayVariant::withoutConditions));
        }
    },

    /// Treats a cluster as absent after the first lookup.
    ABSENT_AT_THE_FIRST_LOOK {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return new Ports(
                    ports.log(),
                    new AlreadyAbsentOpenIntentStore(ports.openIntentStore()),
                    ports.creator(),
                    ports.lookup(),
                    ports.telemetry());
        }
    },

    /// Proceeds if the intent cannot be recorded.
    CREATES_UNRECORDED {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(
                    ports,
                    TamperingAuditLog.intending(
                            ports.log(),
                            (log, intent, budget) -> {
                                try {
                                    return log.intend(intent, budget);
                                } catch (AuditUnavailableException _) {
                                    return new WriteResult.Recorded();
                                }
                            }));
        }
    },

    /// Does not look up keys, and overwrites earlier intents.
    FORGETS_ITS_KEYS {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(
                    ports,
                    new KeyForgettingAuditLog(
                            tampering(tables, GatewayVariant::withoutConditions)));
        }
    },

    /// Does not write the open entry of an intent.
    INTENT_WITHOUT_OPEN_ITEM {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(
                    ports,
                    tampering(
                            tables,
                            items ->
                                    items.stream()
                                            .filter(item ->
                                                    !item.put().tableName().equals(tables.open()))
                                            .toList()));
        }
    },

    /// Records another cluster than it answers.
    RECORDS_ANOTHER_ANSWER {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            return with(
                    ports,
                    TamperingAuditLog.concluding(
                            ports.log(),
                            (log, outcome, budget) -> log.conclude(ofAnother(outcome), budget)));
        }
    },

    /// Replaces a recorded outcome when the next one is written.
    REWRITES_ITS_RECORD {
        @Override
        public Ports around(Ports ports, RecordTables tables) {
            var last = new AtomicReference<AuditEvent>();
            return with(
                    ports,
                    TamperingAuditLog.concluding(
                            ports.log(),
                            (log, outcome, budget) -> {
                                Optional.ofNullable(last.getAndSet(outcome))
                                        .filter(before ->
                                                !before.requestId().equals(outcome.requestId()))
                                        .ifPresent(new EventRewriter(tables)::rewrite);
                                return log.conclude(outcome, budget);
                            }));
        }
    };

    private static final String ANOTHER =
            "arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl";

    /// The ports of this variant.
    public abstract Ports around(Ports ports, RecordTables tables);

    private static Ports with(Ports ports, AuditLog log) {
        return new Ports(
                log, ports.openIntentStore(), ports.creator(), ports.lookup(), ports.telemetry());
    }

    private static AuditLog tampering(
            RecordTables tables, UnaryOperator<List<TransactWriteItem>> bend) {
        return new DynamoDbAuditLog(
                TamperingDynamoDbClient.of(tables.client(), bend), tables.audit(), tables.open());
    }

    private static List<TransactWriteItem> withoutConditions(List<TransactWriteItem> items) {
        return items.stream()
                .map(item ->
                        item.toBuilder()
                                .put(item.put().toBuilder().conditionExpression(null).build())
                                .build())
                .toList();
    }

    private static WriteResult intendedAndConcludedAtOnce(
            AuditLog log, AuditEvent intent, Duration budget) {
        WriteResult writeResult = log.intend(intent, budget);
        if (writeResult instanceof WriteResult.Recorded) {
            int sequence = intent.sequence() + 1;
            log.conclude(
                    AuditEvent.seal(
                            intent.members()
                                    .without("body")
                                    .without("bodySha256")
                                    .without("request")
                                    .without("requestSha256")
                                    .without("listKey")
                                    .without("day")
                                    .with("sk", Json.of("EVENT#%04d".formatted(sequence)))
                                    .with("sequence", Json.of(sequence))
                                    .with("type", Json.of("COMPLETED"))
                                    .with("outcome", Json.of("created"))
                                    .with("httpStatus", Json.of(201))
                                    .with("clusterArn", Json.of(ANOTHER))
                                    .with("previousSha256", Json.of(intent.sha256()))),
                    budget);
        }
        return writeResult;
    }

    private static AuditEvent ofAnother(AuditEvent outcome) {
        return outcome.text("clusterArn").isEmpty()
                ? outcome
                : AuditEvent.seal(outcome.members().with("clusterArn", Json.of(ANOTHER)));
    }
}
