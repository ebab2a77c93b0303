package io.hyperpodgateway.config;

import java.nio.file.Path;

/// The location of the policy document.
public sealed interface PolicySource {

    /// A document that comes with the gateway.
    record Bundled(String name) implements PolicySource {}

    /// A file of this machine, or of the archive.
    record File(Path path) implements PolicySource {}
}
