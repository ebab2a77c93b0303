package io.hyperpodgateway.aws.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Converts documents between JSON and the SDK's objects, by their field descriptions. Members have
/// their names on the wire; times are epoch seconds.
final class SdkDocument {

    /// Milliseconds of this many digits fit a `long`.
    private static final int LONGEST_TIME = 18;

    private SdkDocument() {}

    /// Sets the builder's members from the document.
    ///
    /// @return the builder
    /// @throws IllegalArgumentException if the document contains anything that is not in the model:
    ///   nothing is dropped
    static <B extends SdkPojo> B fill(B builder, JsonObject document) {
        document.stream()
                .forEach(m -> {
                    SdkField<?> field = field(builder, m.getKey());
                    field.set(builder, value(field, m.getValue()));
                });
        return builder;
    }

    /// The members of the object that are set.
    static JsonObject toJson(SdkPojo object) {
        var members = new LinkedHashMap<String, Json>();
        for (SdkField<?> field : object.sdkFields()) {
            json(field, field.getValueOrDefault(object))
                    .ifPresent(value -> members.put(field.locationName(), value));
        }
        return new JsonObject(members);
    }

    private static SdkField<?> field(SdkPojo object, String name) {
        return object.sdkFields().stream()
                .filter(field -> field.locationName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown member " + name));
    }

    private static Object value(SdkField<?> field, Json json) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> json.text().orElseThrow(() -> unfit(field, json));
            case INTEGER -> number(field, json).intValueExact();
            case LONG -> number(field, json).longValueExact();
            case SHORT -> number(field, json).shortValueExact();
            case BYTE -> number(field, json).byteValueExact();
            case FLOAT -> number(field, json).floatValue();
            case DOUBLE -> number(field, json).doubleValue();
            case BIG_DECIMAL -> number(field, json);
            case BOOLEAN -> truth(field, json);
            case INSTANT -> instant(field, json);
            case LIST -> list(field, json);
            case MAP -> map(field, json);
            case SDK_POJO -> structure(field, json);
            case SDK_BYTES, DOCUMENT, NULL -> throw unfit(field, json);
        };
    }

    private static BigDecimal number(SdkField<?> field, Json json) {
        if (json instanceof JsonNumber(var digits)) return new BigDecimal(digits);
        throw unfit(field, json);
    }

    private static Boolean truth(SdkField<?> field, Json json) {
        if (json instanceof JsonBoolean(var truth)) return truth;
        throw unfit(field, json);
    }

    /// SageMaker's times have milliseconds at most.
    private static Instant instant(SdkField<?> field, Json json) {
        BigDecimal millis = number(field, json).scaleByPowerOfTen(3);
        if (millis.precision() - millis.scale() > LONGEST_TIME) throw unfit(field, json);
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static List<Object> list(SdkField<?> field, Json json) {
        if (!(json instanceof JsonArray(var items))) throw unfit(field, json);
        SdkField<?> itemField = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        var list = new ArrayList<>(items.size());
        for (Json item : items) list.add(value(itemField, item));
        return list;
    }

    private static Map<String, Object> map(SdkField<?> field, Json json) {
        if (!(json instanceof JsonObject object)) throw unfit(field, json);
        SdkField<?> valueField = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        var map = new LinkedHashMap<String, Object>();
        object.members().forEach((key, value) -> map.put(key, value(valueField, value)));
        return map;
    }

    private static Object structure(SdkField<?> field, Json json) {
        if (!(json instanceof JsonObject object)) throw unfit(field, json);
        return ((Buildable) fill(field.constructor().get(), object)).build();
    }

    private static IllegalArgumentException unfit(SdkField<?> field, Json json) {
        return new IllegalArgumentException(
                "%s cannot be %s".formatted(field.locationName(), json.kind()));
    }

    private static Optional<Json> json(SdkField<?> field, Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case SdkAutoConstructList<?> _, SdkAutoConstructMap<?, ?> _ -> Optional.empty();
            default -> Optional.of(present(field, value));
        };
    }

    private static Json present(SdkField<?> field, Object value) {
        return switch (value) {
            case String text -> new JsonString(text);
            case Boolean truth -> new JsonBoolean(truth);
            case Instant time -> seconds(time);
            case BigDecimal number -> new JsonNumber(number.toString());
            case Number number -> new JsonNumber(number.toString());
            case List<?> items -> array(field, items);
            case Map<?, ?> map -> object(field, map);
            case SdkPojo object -> toJson(object);
            default ->
                    throw new IllegalArgumentException(
                            "%s is a %s, which no document holds"
                                    .formatted(field.locationName(), value.getClass()));
        };
    }

    private static JsonNumber seconds(Instant time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toEpochMilli(), 3);
        return new JsonNumber(seconds.stripTrailingZeros().toPlainString());
    }

    private static JsonArray array(SdkField<?> field, List<?> items) {
        SdkField<?> itemField = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        return new JsonArray(items.stream().map(item -> present(itemField, item)).toList());
    }

    private static JsonObject object(SdkField<?> field, Map<?, ?> map) {
        SdkField<?> valueField = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        var members = new LinkedHashMap<String, Json>();
        map.forEach((key, value) -> members.put(key.toString(), present(valueField, value)));
        return new JsonObject(members);
    }
}
