package io.hyperpodgateway.archive;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The bill of materials of the archive: CycloneDX's document, as its Maven plugin writes it,
/// without the libraries that only the compiler needs.
///
/// @param document see <https://cyclonedx.org/docs/1.6/json/>
record Bom(JsonObject document) {

    static final String FILE = "bom.json";

    private static final String COMPONENTS = "components";
    private static final String DEPENDENCIES = "dependencies";

    /// @param jars the names of all deployed jars, `ARTIFACT-VERSION.jar`
    /// @throws ArchiveException if the document is invalid, or lacks one of the jars
    static Bom of(byte[] document, Set<String> jars) {
        if (!(JsonReader.read(document) instanceof Reading.Read(JsonObject read))) {
            throw new ArchiveException(List.of("the bill of materials is no JSON object"));
        }
        List<JsonObject> deployed =
                objects(read, COMPONENTS).filter(library -> jars.contains(jar(library))).toList();
        var missing = new TreeSet<>(jars);
        deployed.forEach(library -> missing.remove(jar(library)));
        if (!missing.isEmpty()) {
            throw new ArchiveException(
                    missing.stream().map(jar -> jar + " is not in the bill of materials").toList());
        }
        return new Bom(
                read.with(COMPONENTS, new JsonArray(List.copyOf(deployed)))
                        .with(DEPENDENCIES, dependencies(read, deployed)));
    }

    private static JsonArray dependencies(JsonObject read, List<JsonObject> deployed) {
        var known = new HashSet<String>();
        deployed.forEach(library -> known.add(text(library, "bom-ref")));
        read.object("metadata")
                .flatMap(metadata -> metadata.object("component"))
                .ifPresent(gateway -> known.add(text(gateway, "bom-ref")));
        List<Json> kept =
                objects(read, DEPENDENCIES)
                        .filter(dependency -> known.contains(text(dependency, "ref")))
                        .map(dependency -> known(dependency, known))
                        .toList();
        return new JsonArray(kept);
    }

    private static Json known(JsonObject dependency, Set<String> known) {
        List<Json> on =
                dependency.items("dependsOn").stream()
                        .filter(item -> item.text().filter(known::contains).isPresent())
                        .toList();
        return dependency.with("dependsOn", new JsonArray(on));
    }

    /// The files by which Maven identifies a library in its jar, by their names in the archive; not
    /// all jars have them.
    ///
    /// @param jars the jars to identify
    SortedMap<String, byte[]> pomProperties(Set<String> jars) {
        var properties = new TreeMap<String, byte[]>();
        objects(document, COMPONENTS)
                .filter(library -> jars.contains(jar(library)))
                .forEach(library ->
                        properties.put(
                                pomProperties(library),
                                properties(library).getBytes(StandardCharsets.UTF_8)));
        return properties;
    }

    private static String pomProperties(JsonObject library) {
        return "META-INF/maven/%s/%s/pom.properties"
                .formatted(text(library, "group"), text(library, "name"));
    }

    private static String properties(JsonObject library) {
        return "artifactId=%s\ngroupId=%s\nversion=%s\n"
                .formatted(text(library, "name"), text(library, "group"), text(library, "version"));
    }

    byte[] bytes() {
        return document.toText().getBytes(StandardCharsets.UTF_8);
    }

    private static String jar(JsonObject library) {
        return "%s-%s.jar".formatted(text(library, "name"), text(library, "version"));
    }

    private static String text(JsonObject object, String member) {
        return object.text(member)
                .orElseThrow(() ->
                        new ArchiveException(
                                List.of(member + " is missing in the bill of materials")));
    }

    private static Stream<JsonObject> objects(JsonObject document, String member) {
        return document.items(member).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }
}
