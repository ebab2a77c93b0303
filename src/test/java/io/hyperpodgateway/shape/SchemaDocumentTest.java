package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

class SchemaDocumentTest {

    private static final int MODEST = 60_000;

    private static final String MODEL =
            """
            {'metadata': {'apiVersion': '2017-07-24'},
             'operations': {'CreateCluster': {'input': {'shape': 'Input'}}},
             'shapes': {
               'Input': {'type': 'structure', 'required': ['Sizes'], 'members': {
                 'Sizes': {'shape': 'Sizes'}, 'Within': {'shape': 'Inputs'}, 'On': {'shape': 'On'},
                 'Kind': {'shape': 'Kind'}, 'Nothing': {'shape': 'Nothing'}}},
               'Sizes': {'type': 'map', 'key': {'shape': 'Name'}, 'value': {'shape': 'Size'}, 'max': 2},
               'Inputs': {'type': 'list', 'member': {'shape': 'Input'}, 'min': 1},
               'On': {'type': 'boolean'},
               'Kind': {'type': 'string', 'enum': ['A', 'B']},
               'Nothing': {'type': 'structure', 'members': {}},
               'Name': {'type': 'string', 'min': 1, 'max': 9, 'pattern': '%s'},
               'Size': {'type': 'integer', 'min': 3, 'max': 4}}}
            """;

    private static final String WRITTEN =
            """
            {'title': 'Input', 'description': 'Required: Sizes', 'type': 'object',
             'properties': {
               'Sizes': {'title': 'Sizes', '$ref': '#/$defs/Sizes'},
               'Within': {'title': 'Within', '$ref': '#/$defs/Inputs'},
               'On': {'title': 'On', '$ref': '#/$defs/On'},
               'Kind': {'title': 'Kind', '$ref': '#/$defs/Kind'},
               'Nothing': {'title': 'Nothing', '$ref': '#/$defs/Nothing'}},
             'required': ['Sizes'], 'additionalProperties': false,
             '$defs': {
               'Sizes': {'description': 'At most 2 entries', 'type': 'object',
                 'propertyNames': {'title': 'Name', '$ref': '#/$defs/Name'},
                 'additionalProperties': {'title': 'Size', '$ref': '#/$defs/Size'}, 'maxProperties': 2},
               'Inputs': {'description': 'At least 1 items', 'type': 'array',
                 'items': {'title': 'Input', '$ref': '#'}, 'minItems': 1},
               'On': {'description': 'true or false', 'type': 'boolean'},
               'Kind': {'description': 'One of: A, B', 'type': 'string', 'enum': ['A', 'B']},
               'Nothing': {'description': 'An object without members', 'type': 'object',
                 'properties': {}, 'additionalProperties': false},
               'Name': {'description': '1 to 9 characters, matching [a-z.\\\\-]+', 'type': 'string',
                 'minLength': 1, 'maxLength': 9, 'pattern': '^(?:[a-z.\\\\-]+)$(?![^\\\\n]|\\\\n)'},
               'Size': {'description': '3 to 4', 'type': 'integer', 'minimum': 3, 'maximum': 4}}}
            """;

    private final ServiceModel model = ServiceModel.bundled();
    private final JsonObject schema = SchemaDocument.of(model);

    @Test
    void isValidByTheMetaschema() {
        assertThat(ExternalSchemaValidator.byMetaschema().places(schema)).isEmpty();
        assertThat(ExternalSchemaValidator.byMetaschema().places(document("{'type':5}")))
                .isNotEmpty();
    }

    @Test
    void isTheSameForTheSameModelAndModestInSize() {
        String text = schema.toText();

        assertThat(SchemaDocument.of(ServiceModel.bundled()).toText()).isEqualTo(text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MODEST);
        assertThat(text).contains(model.fingerprint());
    }

    @Test
    void liesInTheArchiveAsItIsServed() throws IOException {
        try (InputStream file =
                SchemaDocument.class.getResourceAsStream("/documents/schema.json")) {
            assertThat(file).hasContent(schema.toText());
        }
    }

    @Test
    void definesEveryShapeAndRefersToNoOther() {
        JsonObject shapes = schema.object("$defs").orElseThrow();

        assertThat(shapes.members().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        model.shapes().keySet().stream()
                                .filter(name -> !name.equals("CreateClusterRequest"))
                                .toList());
        assertThat(references(schema))
                .allSatisfy(reference ->
                        assertThat(shapes.get(reference.replace("#/$defs/", ""))).isPresent());
    }

    @Test
    void writesEveryKindOfShape() {
        JsonObject written = SchemaDocument.of(modelWith("[a-z.\\\\-]+"));

        assertThat(written.get("$id")).contains(Json.of("urn:hyperpod-gateway:schema:Input"));
        assertThat(written.without("$schema").without("$id").without("$comment"))
                .isEqualTo(document(WRITTEN));
    }

    @Test
    void refusesAPatternThatItCannotTell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaDocument.of(modelWith("a++")))
                .withMessageContaining("a++");
    }

    @ParameterizedTest
    @CsvSource({
        "InstanceCount, Instance count",
        "SourceS3Uri, Source S3 URI",
        "VpcConfig, VPC configuration",
        "TrainingPlanArn, Training plan ARN",
        "VolumeSizeInGB, Volume size in GB",
        "FSxLustreConfig, FSx Lustre configuration",
        "FsxOpenZfsConfig, FSx OpenZFS configuration",
        "SizeInGiB, Size in GiB",
        "SecurityGroupIds, Security group IDs",
        "lowerFirst2x, Lower first 2 x",
    })
    void titlesMembersInWords(String name, String title) {
        assertThat(SchemaWords.title(name)).isEqualTo(title);
    }

    private static ServiceModel modelWith(String pattern) {
        String text = MODEL.formatted(pattern).replace('\'', '"');
        return ServiceModel.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> references(Json json) {
        return switch (json) {
            case JsonObject object ->
                    Stream.concat(
                            object.text("$ref").stream(),
                            object.members().values().stream()
                                    .flatMap(SchemaDocumentTest::references));
            case JsonArray(var items) -> items.stream().flatMap(SchemaDocumentTest::references);
            case Json _ -> Stream.of();
        };
    }
}
