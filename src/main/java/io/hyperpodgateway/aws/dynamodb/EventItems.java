package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.LongText;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Maps events to items and back: strings, integers, and long strings gzipped under their name +
/// `Gzip`.
final class EventItems {

    private static final String BESIDE = "#request";
    private static final List<String> OPEN_MEMBERS =
            List.of(
                    "requestId",
                    "sequence",
                    "at",
                    "clusterName",
                    "principal",
                    "accountId",
                    "region",
                    "gateway");

    private EventItems() {}

    static Map<String, AttributeValue> event(AuditEvent event) {
        return item(event.members());
    }

    /// The item of the event's request, if it is stored in an item of its own.
    static Optional<Map<String, AttributeValue>> beside(AuditEvent event) {
        return event.besideRequest()
                .map(request ->
                        item(
                                JsonObject.of("pk", Json.of(event.pk()))
                                        .with("sk", Json.of(event.sk() + BESIDE))
                                        .with("request", Json.of(request))));
    }

    /// Whether the sort key is that of a request's own item.
    static boolean isBeside(String sk) {
        return sk.endsWith(BESIDE);
    }

    /// The sort key of the event whose request this is.
    static String besideOf(String sk) {
        return sk.substring(0, sk.length() - BESIDE.length());
    }

    /// The open entry of an intent.
    static Map<String, AttributeValue> open(AuditEvent intent) {
        JsonObject open = JsonObject.of("intentSha256", Json.of(intent.sha256()));
        for (String member : OPEN_MEMBERS) open = open.with(member, intent.members().get(member));
        return item(open);
    }

    /// The event's key in the audit table.
    static Map<String, AttributeValue> key(AuditEvent event) {
        return Map.of(
                "pk", AttributeValue.fromS(event.pk()), "sk", AttributeValue.fromS(event.sk()));
    }

    /// The key of the request's entry in the open-intent table.
    static Map<String, AttributeValue> openKey(AuditEvent event) {
        return Map.of("requestId", AttributeValue.fromS(event.requestId()));
    }

    static boolean isIntent(Map<String, AttributeValue> item) {
        AttributeValue type = item.get("type");
        return type != null && EventType.INTENDED.name().equals(type.s());
    }

    /// The events in these items of one request, in their order.
    ///
    /// @throws RuntimeException if an item was not written by the gateway
    static List<AuditEvent> events(List<Map<String, AttributeValue>> items) {
        var besides = new HashMap<String, String>();
        var members = new ArrayList<JsonObject>();
        for (Map<String, AttributeValue> item : items) {
            JsonObject read = members(item);
            String sk = read.text("sk").orElseThrow();
            if (isBeside(sk)) {
                besides.put(sk, read.text("request").orElseThrow());
            } else {
                members.add(read);
            }
        }
        return members.stream().map(event -> event(event, besides)).toList();
    }

    private static AuditEvent event(JsonObject members, Map<String, String> besides) {
        String sk = members.text("sk").orElseThrow();
        return new AuditEvent(members, Optional.ofNullable(besides.get(sk + BESIDE)));
    }

    static Map<String, AttributeValue> item(JsonObject members) {
        var item = new LinkedHashMap<String, AttributeValue>();
        members.members().forEach((name, value) -> put(item, name, value));
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, Json value) {
        switch (value) {
            case JsonString(var text) when LongText.isLong(text) ->
                    item.put(name + LongText.SUFFIX, gzipped(text));
            case JsonString(var text) -> item.put(name, AttributeValue.fromS(text));
            case JsonNumber(var digits) -> item.put(name, AttributeValue.fromN(digits));
            case Json other ->
                    throw new IllegalArgumentException(
                            "%s is %s, a string or an integer is stored"
                                    .formatted(name, other.kind()));
        }
    }

    private static AttributeValue gzipped(String text) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(LongText.gzip(text)));
    }

    /// The attributes of an item, uncompressed.
    ///
    /// @throws RuntimeException if an attribute has a type that the gateway never writes
    static JsonObject members(Map<String, AttributeValue> item) {
        var members = new LinkedHashMap<String, Json>();
        new TreeMap<>(item).forEach((name, value) -> read(members, name, value));
        return new JsonObject(members);
    }

    private static void read(Map<String, Json> members, String name, AttributeValue value) {
        switch (value.type()) {
            case S -> members.put(name, new JsonString(value.s()));
            case N -> members.put(name, new JsonNumber(value.n()));
            case B -> members.put(plainName(name), new JsonString(gunzipped(value)));
            case SS, NS, BS, M, L, BOOL, NUL, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException(
                            "%s is of type %s, which no event holds".formatted(name, value.type()));
        }
    }

    private static String plainName(String name) {
        if (!name.endsWith(LongText.SUFFIX)) {
            throw new IllegalArgumentException(
                    "%s is of bytes, and not named as what is gzipped".formatted(name));
        }
        return name.substring(0, name.length() - LongText.SUFFIX.length());
    }

    private static String gunzipped(AttributeValue value) {
        return LongText.gunzip(value.b().asByteArrayUnsafe());
    }
}
