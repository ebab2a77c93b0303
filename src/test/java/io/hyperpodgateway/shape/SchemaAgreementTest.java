package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.document;
import static io.hyperpodgateway.rules.SpecDocuments.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.shape.ModelSamples.Place;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Schema and shape check say the same of every document here.
class SchemaAgreementTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");
    private static final Path EVENTS = Path.of("events");
    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final ModelSamples SAMPLES = new ModelSamples(MODEL);

    private final ExternalSchemaValidator schema =
            ExternalSchemaValidator.by(SchemaDocument.of(MODEL));

    @ParameterizedTest
    @MethodSource("cases")
    void agreesOnEveryCase(Path folder) {
        SchemaAgreement.check(request(folder));
    }

    @ParameterizedTest
    @MethodSource("events")
    void agreesOnEveryEventsBody(JsonObject body) {
        SchemaAgreement.check(body);
    }

    @ParameterizedTest
    @MethodSource("places")
    void agreesOnBothSidesOfEveryConstraint(Place place) {
        for (Json value : new ValuesAround(MODEL).of(place.shape())) {
            SchemaAgreement.check(SAMPLES.document(place, value));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesOnDocumentsWithSeveralMistakes(long seed) throws IOException {
        var mutations = new Mutations(seed, goodDocuments());
        for (int i = 0; i < 300; i++) SchemaAgreement.check(mutations.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'ClusterName':null}",
                "{'clusterName':'a'}",
                "{'ClusterName':'a','Tag':[{'Key':'a'}]}",
                "{'ClusterName':'a','InstanceGroups':[{'instanceCount':'x','':null}]}",
                "{'ClusterName':'a','__proto__':{},'a/b~c':1,'VpcConfig':{'Subnets':[]}}",
                "{'ClusterName':'a','$schema':'http://127.0.0.1:3000/schema'}",
            })
    void agreesOnMembersThatAreMissingOrUnknown(String document) {
        SchemaAgreement.check(document(document));
    }

    @Test
    void toleratesTheThreeThingsThatASchemaCannotSay() {
        for (String value : List.of("1.0", "1e2", "1E0", "2.50e1")) {
            JsonObject document = at("ClusterEbsVolumeSizeInGB", json(value));
            SchemaAgreement.check(document);
            assertThat(schema.places(document)).isEmpty();
            assertThat(new ShapeValidator(MODEL, Level.WARN).check(document)).isNotEmpty();
        }
        for (String time : List.of("2026-02-30T09:00:00Z", "1969-12-31T23:59:59Z")) {
            JsonObject document = at("Timestamp", Json.of(time));
            SchemaAgreement.check(document);
            assertThat(schema.places(document)).isEmpty();
            assertThat(new ShapeValidator(MODEL, Level.WARN).check(document)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, true",
        "2026-11-23T09:00Z, true",
        "2026-11-23t09:00:00.123456789z, true",
        "2026-11-23T09:00:00.+18:00, true",
        "2026-11-23T23:59:59-17:59:59, true",
        "1970-01-01T00:00:00+00, true",
        "9999-12-31T23:59:59.999Z, true",
        "1959-12-31T23:59:59Z, false",
        "2026-11-23, false",
        "2026-11-23T09Z, false",
        "2026-11-23T09:00:00, false",
        "2026-13-01T09:00:00Z, false",
        "2026-11-32T09:00:00Z, false",
        "2026-11-23T24:00:00Z, false",
        "2026-11-23T09:60:00Z, false",
        "2026-11-23T09:00:60Z, false",
        "2026-11-23T09:00:00.1234567890Z, false",
        "2026-11-23T09:00:00+0100, false",
        "2026-11-23T09:00:00+18:01, false",
        "2026-11-23T09:00:00+19:00, false",
        "'2026-11-23T09:00:00Z ', false",
    })
    void judgesTimesAsTheShapeCheckDoes(String time, boolean valid) {
        JsonObject document = at("Timestamp", Json.of(time));

        assertThat(new ShapeValidator(MODEL, Level.WARN).check(document).isEmpty())
                .isEqualTo(valid);
        assertThat(schema.places(document).isEmpty()).isEqualTo(valid);
    }

    @Test
    void takesAnInstanceTypeThatTheModelDoesNotKnow() {
        JsonObject document = at("ClusterInstanceType", Json.of("ml.p9.48xlarge"));

        SchemaAgreement.check(document);
        assertThat(schema.places(document)).isEmpty();
    }

    @Test
    void reportsMissingUnknownAndMisspeltMembersAtTheirOwnPlaces() {
        JsonObject document =
                document(
                        "{'Nonesuch':1,'InstanceGroups':[{'InstanceCount':1,'InstanceGroupName':'a','ExecutionRole':"
                                + "'arn:aws:iam::111122223333:role/x','KubernetesConfig':{'Labels':{'a b':'c'}}}]}");

        assertThat(schema.places(document))
                .extracting(JsonPointer::toString)
                .containsExactlyInAnyOrder(
                        "/Nonesuch",
                        "/ClusterName",
                        "/InstanceGroups/0/KubernetesConfig/Labels/a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ClusterName':'a_'}",
                "{}",
                "{'ClusterName':'a','Nonesuch':1}",
                "{'ClusterName':'a','Tags':[{'Key':'a','Value':1.5}]}"
            })
    void noticesWhatASchemaMisses(String document) {
        ExternalSchemaValidator lax = ExternalSchemaValidator.by(document("{'type':'object'}"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SchemaAgreement.check(document(document), lax));
    }

    @Test
    void noticesWhatASchemaRefusesByItself() {
        ExternalSchemaValidator strict =
                ExternalSchemaValidator.by(document("{'properties':{'ClusterName':false}}"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SchemaAgreement.check(document("{'ClusterName':'a'}"), strict));
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    static Stream<JsonObject> events() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.sorted().flatMap(SchemaAgreementTest::body).toList().stream();
        }
    }

    static List<Place> places() {
        return SAMPLES.places();
    }

    private static List<JsonObject> goodDocuments() throws IOException {
        try (Stream<Path> folders = cases()) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("valid-"))
                    .map(SchemaAgreementTest::request)
                    .toList();
        }
    }

    static JsonObject request(Path folder) {
        return (JsonObject) json(text(folder.resolve("request.json")));
    }

    /// The body of an event, if it is a JSON object.
    private static Stream<JsonObject> body(Path event) {
        return ((JsonObject) json(text(event)))
                .text("body").stream()
                        .flatMap(body ->
                                JsonReader.read(body) instanceof Reading.Read(JsonObject document)
                                        ? Stream.of(document)
                                        : Stream.of());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject at(String shape, Json value) {
        Place place =
                SAMPLES.places().stream()
                        .filter(one -> one.shape().name().equals(shape))
                        .findFirst()
                        .orElseThrow();
        return SAMPLES.document(place, value);
    }
}
