package io.hyperpodgateway.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Failures before the first byte of a request was sent, so that the request had no effect.
public final class ConnectFailure {

    private ConnectFailure() {}

    /// The failure to connect that caused this failure, if there is one.
    public static Optional<Throwable> in(Throwable failure) {
        return causes(failure).filter(ConnectFailure::isOne).findFirst();
    }

    /// Whether it is a failure to connect that took no time, and may pass as quickly.
    static boolean isImmediate(Throwable failure) {
        return causes(failure).anyMatch(ConnectFailure::isRefusal);
    }

    private static boolean isOne(Throwable cause) {
        return isRefusal(cause)
                || isConnectTimeout(cause)
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }

    /// The JDK has one type for both time-outs: "Connect timed out" and "Read timed out".
    private static boolean isConnectTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException
                && String.valueOf(cause.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("connect timed out");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        // a chain of causes may be circular
        return Stream.<Throwable>iterate(failure, c -> c != null, Throwable::getCause).limit(20);
    }
}
