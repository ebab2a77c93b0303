package io.hyperpodgateway.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The policy documents that come with the gateway.
public final class BundledPolicies {

    /// The one that holds where nothing else is set.
    public static final String DEFAULT = "default";

    private BundledPolicies() {}

    /// The document of that name, if there is one.
    public static Optional<String> text(String name) {
        // a name is a name, never a path
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) return Optional.empty();
        try (InputStream document =
                BundledPolicies.class.getResourceAsStream("/policies/" + name + ".yaml")) {
            if (document == null) return Optional.empty();
            return Optional.of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled policy cannot be read: " + name, e);
        }
    }
}
