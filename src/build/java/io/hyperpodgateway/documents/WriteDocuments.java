package io.hyperpodgateway.documents;

import io.hyperpodgateway.http.OpenApiDocument;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.document.Mistakes;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlReader;
import io.hyperpodgateway.spec.shape.SchemaDocument;
import io.hyperpodgateway.spec.shape.ServiceModel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes, while the archive is built, the documents that the gateway serves as they lie.
public final class WriteDocuments {

    private WriteDocuments() {}

    /// @param arguments the folder to write `schema.json` and `openapi.json` into
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        JsonObject schema = SchemaDocument.of(ServiceModel.bundled());
        Files.writeString(folder.resolve("schema.json"), schema.toText());
        Files.writeString(
                folder.resolve("openapi.json"), OpenApiDocument.of(schema, version()).toText());
        writeNodes(Files.createDirectories(folder.resolveSibling("policies")));
    }

    /// The bundled policies as they are read fastest, beside their texts.
    private static void writeNodes(Path folder) throws IOException {
        try (DirectoryStream<Path> texts = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : texts) {
                String text = Files.readString(file);
                String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
                Files.writeString(
                        folder.resolve(name + BundledPolicies.NODES),
                        BundledPolicies.keep(text, nodes(text)).toText());
            }
        }
    }

    private static YamlNode nodes(String text) {
        var mistakes = new Mistakes();
        Optional<YamlNode> nodes = YamlReader.read(text, mistakes);
        if (mistakes.any()) throw new IllegalStateException(mistakes.all().toString());
        return nodes.orElseThrow();
    }

    private static String version() throws IOException {
        try (InputStream file =
                WriteDocuments.class.getResourceAsStream(
                        "/io/hyperpodgateway/lambda/version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
