package io.hyperpodgateway.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading.Read;
import io.hyperpodgateway.json.Sha256;
import io.hyperpodgateway.policy.document.CompactNodes;
import io.hyperpodgateway.policy.document.YamlNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The policy documents that come with the gateway.
public final class BundledPolicies {

    /// The one that holds where nothing else is set.
    public static final String DEFAULT = "default";

    /// What the file of a document's nodes ends in.
    public static final String NODES = ".nodes.json";

    private BundledPolicies() {}

    /// The document of that name, if there is one.
    public static Optional<String> text(String name) {
        return file(name, ".yaml");
    }

    /// The nodes of a document, if the build wrote them down, and for this very text.
    static Optional<YamlNode> nodes(String name, String text) {
        return file(name, NODES)
                .map(JsonReader::read)
                .flatMap(file ->
                        file instanceof Read(JsonObject read) ? of(read, text) : Optional.empty());
    }

    /// What a document's nodes are kept as.
    public static JsonObject keep(String text, YamlNode nodes) {
        return JsonObject.of("sha256", Json.of(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))))
                .with("nodes", CompactNodes.write(nodes));
    }

    private static Optional<YamlNode> of(JsonObject kept, String text) {
        String sha256 = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        return kept.text("sha256")
                .filter(sha256::equals)
                .flatMap(_ -> kept.get("nodes"))
                .map(CompactNodes::read);
    }

    private static Optional<String> file(String name, String ending) {
        // a name is a name, never a path
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) return Optional.empty();
        try (InputStream document =
                BundledPolicies.class.getResourceAsStream("/policies/" + name + ending)) {
            if (document == null) return Optional.empty();
            return Optional.of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled policy cannot be read: " + name, e);
        }
    }
}
