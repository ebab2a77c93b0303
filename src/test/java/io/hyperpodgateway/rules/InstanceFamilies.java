package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The families of instance types that the service model knows: `m5` of `ml.m5.large`.
public final class InstanceFamilies {

    private static final Path MODEL = Path.of("src/main/codegen/service-2.json");

    private InstanceFamilies() {}

    public static SequencedSet<String> ofTheServiceModel() throws IOException {
        var model = (JsonObject) SpecDocuments.json(Files.readString(MODEL));
        var types =
                model.object("shapes")
                        .flatMap(shapes -> shapes.object("ClusterInstanceType"))
                        .orElseThrow()
                        .items("enum");
        var families = new LinkedHashSet<String>();
        for (Json type : types) {
            families.add(type.text().orElseThrow().split("\\.")[1]);
        }
        return families;
    }
}
