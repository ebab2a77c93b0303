package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.local.RunningGateway.LocalAnswer;
import io.hyperpodgateway.local.sagemaker.StandInFault;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/// Retries with the same key over HTTP.
@Timeout(120)
class IdempotencyIT {

    @AutoClose private static final RunningGateway gateway = new RunningGateway();

    @BeforeEach
    void begin() {
        gateway.sageMaker().reset();
    }

    @Test
    void answersTheSameAgain() {
        LocalAnswer first = post("same-again", RunningGateway.body("same"));
        LocalAnswer second = post("same-again", RunningGateway.body("same").replace("\n", " "));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.isReplayed()).isFalse();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.isReplayed()).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.requestId()).isEqualTo(first.requestId());
        assertThat(second.header("Location")).contains("/clusters/same");
        assertThat(gateway.record(first.requestId())).hasSize(2);
        assertThat(gateway.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
    }

    @Test
    void pointsAtWhatDiffersInAnotherBody() {
        LocalAnswer first = post("reused", RunningGateway.body("first"));
        LocalAnswer other = post("reused", RunningGateway.body("other"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.outcome()).isEqualTo("idempotency-key-reused");
        assertThat(other.body().text("instance")).contains("/requests/" + first.requestId());
        assertThat(other.body().items("findings").toString()).contains("/ClusterName");
        assertThat(gateway.record(other.requestId()))
                .extracting(AuditEvent::type)
                .containsExactly(EventType.REFUSED);
    }

    @Test
    void saysThatARequestWithoutOutcomeIsInProgress() {
        gateway.sageMaker().inject(StandInOperation.CREATE_CLUSTER, StandInFault.failing());
        LocalAnswer unknown = post("open", RunningGateway.body("open"));
        assertThat(unknown.status()).isEqualTo(504);
        assertThat(unknown.header("Retry-After")).isPresent();

        LocalAnswer second = post("open", RunningGateway.body("open"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.outcome()).isEqualTo("request-in-progress");
        assertThat(second.header("Retry-After")).isPresent();
        assertThat(second.body().text("instance")).contains("/requests/" + unknown.requestId());
        assertThat(second.requestId()).isNotEqualTo(unknown.requestId());
        assertThat(gateway.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
    }

    @Test
    void retriesAfterBeingThrottled() {
        gateway.sageMaker()
                .injectAlways(StandInOperation.CREATE_CLUSTER, StandInFault.throttling());
        LocalAnswer throttled = post("slow", RunningGateway.body("slow"));
        assertThat(throttled.status()).isEqualTo(429);
        gateway.sageMaker().reset();

        LocalAnswer second = post("slow", RunningGateway.body("slow"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.isReplayed()).isFalse();
        assertThat(second.requestId()).isEqualTo(throttled.requestId());
        List<AuditEvent> events = gateway.record(second.requestId());
        assertThat(events).extracting(AuditEvent::sequence).containsExactly(1, 2, 3, 4);
        assertThat(events).allMatch(AuditEvent::hashMatches);
    }

    private static LocalAnswer post(String key, String body) {
        return gateway.post(RunningGateway.ROLE, key, body);
    }
}
