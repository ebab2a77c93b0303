package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

class ConnectFailureTest {

    @Test
    void isWhatHappensBeforeTheFirstByte() {
        assertThat(ConnectFailure.in(thrown(new ConnectException("refused")))).isPresent();
        assertThat(ConnectFailure.in(thrown(new NoRouteToHostException()))).isPresent();
        assertThat(ConnectFailure.in(thrown(new SocketTimeoutException("Connect timed out"))))
                .isPresent();
        assertThat(ConnectFailure.in(thrown(new SSLHandshakeException("no trust")))).isPresent();
        assertThat(ConnectFailure.in(thrown(new SSLPeerUnverifiedException("who")))).isPresent();
    }

    @Test
    void isNothingThatMayHappenLater() {
        assertThat(ConnectFailure.in(thrown(new SocketTimeoutException("Read timed out"))))
                .isEmpty();
        assertThat(ConnectFailure.in(thrown(new SocketTimeoutException()))).isEmpty();
        assertThat(ConnectFailure.in(thrown(new SocketException("Connection reset")))).isEmpty();
        assertThat(ConnectFailure.in(thrown(new SSLException("bad record")))).isEmpty();
    }

    @Test
    void isImmediateOnlyWhereNoTimeWasLost() {
        assertThat(ConnectFailure.isImmediate(thrown(new ConnectException("refused")))).isTrue();
        assertThat(ConnectFailure.isImmediate(thrown(new SSLHandshakeException("no")))).isFalse();
        assertThat(
                        ConnectFailure.isImmediate(
                                thrown(new SocketTimeoutException("Connect timed out"))))
                .isFalse();
    }

    private static SdkClientException thrown(Exception cause) {
        return SdkClientException.create("so it is", cause);
    }
}
