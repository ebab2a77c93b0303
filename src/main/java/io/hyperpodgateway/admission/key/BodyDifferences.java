package io.hyperpodgateway.admission.key;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;

/// Compares a body with the first one under its key. Values are compared as in RFC 8785: the order
/// of members, white space and the notation of numbers do not count. The findings do not quote
/// values.
public final class BodyDifferences {

    private static final String RULE = "differs-from-first-request";

    private final List<Finding> found = new ArrayList<>();

    private BodyDifferences() {}

    /// One finding for each place that differs, up to [Findings#ENOUGH]: the nearest place that
    /// both have, or what only one of them has. The order is that of the body; missing members come
    /// last within their object.
    public static List<Finding> of(JsonObject first, JsonObject now) {
        var bodyDifferences = new BodyDifferences();
        bodyDifferences.compare(JsonPointer.ROOT, first, now);
        return List.copyOf(bodyDifferences.found);
    }

    private void compare(JsonPointer place, Json first, Json now) {
        if (found.size() >= Findings.ENOUGH) return;
        switch (now) {
            case JsonObject object when first instanceof JsonObject before ->
                    members(place, before, object);
            case JsonArray(var items) when first instanceof JsonArray(var before) ->
                    items(place, before, items);
            case JsonNumber number when first instanceof JsonNumber before -> {
                if (!isSame(before, number)) addChanged(place);
            }
            default -> {
                if (!now.equals(first)) addChanged(place);
            }
        }
    }

    private void members(JsonPointer place, JsonObject first, JsonObject now) {
        now.members()
                .forEach((name, value) ->
                        first.get(name)
                                .ifPresentOrElse(
                                        before -> compare(place.member(name), before, value),
                                        () -> addNew(place.member(name))));
        first.members().keySet().stream()
                .filter(name -> now.get(name).isEmpty())
                .forEach(name -> addMissing(place.member(name)));
    }

    private void items(JsonPointer place, List<Json> first, List<Json> now) {
        int shared = Math.min(first.size(), now.size());
        for (int i = 0; i < shared; i++) compare(place.item(i), first.get(i), now.get(i));
        for (int i = shared; i < now.size(); i++) addNew(place.item(i));
        for (int i = shared; i < first.size(); i++) addMissing(place.item(i));
    }

    private static boolean isSame(JsonNumber first, JsonNumber now) {
        double before = Double.parseDouble(first.digits());
        double after = Double.parseDouble(now.digits());
        return Double.isFinite(after) ? before == after : first.equals(now);
    }

    private void addChanged(JsonPointer place) {
        add(place, "differs from the first request's under this key");
    }

    private void addNew(JsonPointer place) {
        add(place, "is not in the first request under this key");
    }

    private void addMissing(JsonPointer place) {
        add(place, "is missing, the first request under this key has it");
    }

    private void add(JsonPointer place, String words) {
        if (found.size() >= Findings.ENOUGH) return;
        found.add(Finding.of(Source.RULE, RULE, Level.ERROR, place, Phrase.of(words)));
    }
}
