package io.hyperpodgateway.local;

import io.hyperpodgateway.local.sagemaker.SeverableRelay;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;

/// Lets containers of this machine reach what listens on loopback, as `sam local invoke` needs it.
/// A Docker engine on Linux gives containers a bridge to the host, and loopback is not on it.
/// Docker Desktop needs nothing of the sort.
final class ContainerBridge {

    private static final String BRIDGE = "docker0";

    private ContainerBridge() {}

    /// The host's address on the containers' bridge, if there is such a bridge.
    static Optional<InetAddress> address() {
        try {
            return Optional.ofNullable(NetworkInterface.getByName(BRIDGE)).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .findFirst();
        } catch (SocketException _) {
            return Optional.empty();
        }
    }

    /// Carries what comes in at the bridge, at the endpoint's own port, to the endpoint.
    ///
    /// @throws IOException if the port is in use on the bridge
    static SeverableRelay open(InetAddress bridge, URI endpoint) throws IOException {
        return SeverableRelay.open(
                new InetSocketAddress(bridge, endpoint.getPort()),
                LoopbackHttp.address(endpoint.getPort()));
    }
}
