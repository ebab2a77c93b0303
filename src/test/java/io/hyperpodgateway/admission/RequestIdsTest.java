package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.RequestHistory;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

class RequestIdsTest {

    @Test
    void haveTheirForm() {
        assertThat(new RequestIds().get()).matches(RequestHistory::isRequestId);
    }

    @Test
    void partTwoCopiesOfOneProcess() throws Exception {
        var one = new RequestIds(frozen());
        var other = new RequestIds(frozen());
        assertThat(one.get()).isEqualTo(other.get());

        one.reseed();
        other.reseed();

        assertThat(one.get()).isNotEqualTo(other.get());
    }

    /// A generator that does not depend on the machine it runs on, but only on its memory.
    private static SecureRandom frozen() throws GeneralSecurityException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed("snapshot".getBytes(StandardCharsets.UTF_8));
        return random;
    }
}
