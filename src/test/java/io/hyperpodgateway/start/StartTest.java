package io.hyperpodgateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.lambda.GatewayHandler;
import io.hyperpodgateway.lambda.digest.DigestFunction;
import io.hyperpodgateway.lambda.reconciler.ReconcilerFunction;

import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void namesTheHandlersOfTheCode() {
        assertThat(GatewayEntryPoint.HANDLER).isEqualTo(GatewayHandler.class.getName());
        assertThat(ReconcilerEntryPoint.HANDLER).isEqualTo(ReconcilerFunction.class.getName());
        assertThat(DigestEntryPoint.HANDLER).isEqualTo(DigestFunction.class.getName());
    }
}
