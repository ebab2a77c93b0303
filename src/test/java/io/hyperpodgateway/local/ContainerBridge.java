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

/// Makes loopback services reachable for containers of this machine, as `sam local invoke` needs. A
/// Docker engine on Linux connects containers by a bridge, which does not include loopback. Docker
/// Desktop does not need this.
final class ContainerBridge {

    private static final String BRIDGE = "docker0";

    private ContainerBridge() {}

    /// The host's address on the containers' bridge, if there is one.
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

    /// Forwards connections from the bridge, at the endpoint's own port, to the endpoint.
    ///
    /// @throws IOException if the port is in use on the bridge
    static SeverableRelay open(InetAddress bridge, URI endpoint) throws IOException {
        return SeverableRelay.open(
                new InetSocketAddress(bridge, endpoint.getPort()),
                LoopbackHttp.address(endpoint.getPort()));
    }
}
