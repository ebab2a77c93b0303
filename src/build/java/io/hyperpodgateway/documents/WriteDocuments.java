package io.hyperpodgateway.documents;

import io.hyperpodgateway.http.OpenApiDocument;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.shape.SchemaDocument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the static documents of the gateway while the archive is built.
public final class WriteDocuments {

    private WriteDocuments() {}

    /// Writes the documents.
    ///
    /// @param arguments the folder for `schema.json` and `openapi.json`
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        JsonObject schema = SchemaDocument.of(ServiceModel.bundled());
        Files.writeString(folder.resolve("schema.json"), schema.toText());
        Files.writeString(
                folder.resolve("openapi.json"), OpenApiDocument.of(schema, version()).toText());
    }

    private static String version() throws IOException {
        try (InputStream file =
                WriteDocuments.class.getResourceAsStream(
                        "/io/hyperpodgateway/lambda/version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
