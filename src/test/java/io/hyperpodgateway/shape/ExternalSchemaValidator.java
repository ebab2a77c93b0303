package io.hyperpodgateway.shape;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A schema as a validator of others' making reads it, with patterns in ECMA-262.
final class ExternalSchemaValidator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_INTEGER = 40;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .regularExpressionFactory(EcmaScript::compile)
                                            .build()));

    private final Schema schema;

    private ExternalSchemaValidator(Schema schema) {
        this.schema = schema;
    }

    static ExternalSchemaValidator by(JsonObject schema) {
        return new ExternalSchemaValidator(REGISTRY.getSchema(node(schema)));
    }

    /// JSON Schema's own schema.
    static ExternalSchemaValidator byMetaschema() {
        return new ExternalSchemaValidator(
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")));
    }

    /// Where the value is not valid. A member that is missing, unknown or of a wrong name is
    /// reported with the object that has it: its place is taken to be the member's own.
    Set<JsonPointer> places(Json value) {
        return schema.validate(node(value)).stream()
                .map(ExternalSchemaValidator::place)
                .collect(Collectors.toSet());
    }

    private static JsonPointer place(Error error) {
        NodePath path = error.getInstanceLocation();
        var place =
                JsonPointer.of(
                        IntStream.range(0, path.getNameCount())
                                .mapToObj(i -> String.valueOf(path.getElement(i)))
                                .toList());
        return Optional.ofNullable(error.getProperty()).map(place::member).orElse(place);
    }

    private static JsonNode node(Json value) {
        return switch (value) {
            case JsonObject(var members) -> {
                ObjectNode object = NODES.objectNode();
                members.forEach((name, member) -> object.set(name, node(member)));
                yield object;
            }
            case JsonArray(var items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case JsonString(var text) -> NODES.stringNode(text);
            case JsonNumber number -> number(number);
            case JsonBoolean(var truth) -> NODES.booleanNode(truth);
            case JsonNull _ -> NODES.nullNode();
        };
    }

    /// An integer as it is written, cut where it is beyond every bound; every other number as the
    /// double that it is in an editor.
    private static JsonNode number(JsonNumber number) {
        String digits = number.digits();
        if (!number.isInteger()) return NODES.numberNode(fraction(number));
        return NODES.numberNode(
                new BigInteger(digits.substring(0, Math.min(digits.length(), LONGEST_INTEGER))));
    }

    private static BigDecimal fraction(JsonNumber number) {
        double most = Double.MAX_VALUE;
        return BigDecimal.valueOf(Math.clamp(Double.parseDouble(number.digits()), -most, most));
    }

    /// Whether a schema takes the number for an integer, though it is not written as one.
    static boolean isIntegerToASchemaAlone(JsonNumber number) {
        return !number.isInteger() && fraction(number).stripTrailingZeros().scale() <= 0;
    }
}
