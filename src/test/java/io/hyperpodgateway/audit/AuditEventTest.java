package io.hyperpodgateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AuditEventTest {

    private static final AuditEvent SMALL = SampleEvents.intent("r-1");
    private static final AuditEvent LARGE =
            SampleEvents.intent("r-1", LargestRequest.text(), LargestRequest.text());

    @Test
    void hashesTheCanonicalForm() {
        AuditEvent event = AuditEvent.seal(JsonObject.of("b", Json.of("é")).with("a", Json.of(1)));

        assertThat(event.sha256()).isEqualTo(Sha256.hex("{\"a\":1,\"b\":\"é\"}"));
    }

    @Test
    void sealsAgainWhatWasSealed() {
        assertThat(AuditEvent.seal(SMALL.members())).isEqualTo(SMALL);
    }

    @Test
    void returnsItsParts() {
        assertThat(SMALL.pk()).isEqualTo("REQUEST#r-1");
        assertThat(SMALL.sk()).isEqualTo("EVENT#0001");
        assertThat(SMALL.requestId()).isEqualTo("r-1");
        assertThat(SMALL.type()).isEqualTo(EventType.INTENDED);
        assertThat(SMALL.sequence()).isEqualTo(1);
        assertThat(SMALL.text("region")).contains("eu-west-1");
        assertThat(SMALL.text("outcome")).isEmpty();
    }

    @Test
    void refusesToMissARequiredPart() {
        AuditEvent event = AuditEvent.seal(JsonObject.EMPTY);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(event::pk);
    }

    @Test
    void keepsARequestThatFits() {
        assertThat(SMALL.besideRequest()).isEmpty();
        assertThat(SMALL.members().text("request")).isPresent();
        assertThat(SMALL.whole()).isEqualTo(SMALL.members());
        assertThat(SMALL.hashMatches()).isTrue();
    }

    @Test
    void takesOutARequestThatDoesNotFit() {
        assertThat(LARGE.members().text("request")).isEmpty();
        assertThat(LARGE.members().text("body")).contains(LargestRequest.text());
        assertThat(LARGE.text("request")).contains(LargestRequest.text());
        assertThat(LARGE.whole().text("request")).contains(LargestRequest.text());
        assertThat(LARGE.hashMatches()).isTrue();
    }

    @Test
    void keepsNoRequestBesideWithoutItsHash() {
        JsonObject attributes = LARGE.whole().without("requestSha256");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AuditEvent.seal(attributes));
    }

    @Test
    void noticesAChangedMember() {
        var changed =
                new AuditEvent(
                        SMALL.members().with("outcome", Json.of("created")), Optional.empty());

        assertThat(changed.hashMatches()).isFalse();
    }

    @Test
    void noticesAChangedRequestBeside() {
        assertThat(new AuditEvent(LARGE.members(), Optional.of("{}")).hashMatches()).isFalse();
    }

    @Test
    void doesNotHoldWithoutHash() {
        assertThat(new AuditEvent(JsonObject.EMPTY, Optional.empty()).hashMatches()).isFalse();
    }
}
