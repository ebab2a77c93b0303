package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding.Source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Findings in the order and number in which an answer shows them.
public final class Findings {

    /// As many as one answer holds, the word on those left out included.
    public static final int MAX = 100;

    private Findings() {}

    /// Findings in the order of the document they are about, what is missing last within its
    /// object.
    public static List<Finding> inOrderOf(JsonObject document, Collection<Finding> findings) {
        return findings.stream()
                .sorted(
                        Comparator.comparing(
                                finding -> position(document, finding.pointer()),
                                Findings::compare))
                .toList();
    }

    /// At most 100 findings: ERRORs are kept before WARN and INFO, and the last then tells how many
    /// are left out.
    public static List<Finding> limit(List<Finding> findings) {
        if (findings.size() <= MAX) return List.copyOf(findings);
        int room = MAX - 1;
        long errors = findings.stream().filter(Finding::isError).count();
        long others = Math.max(0, room - errors);
        var kept = new ArrayList<Finding>();
        for (Finding finding : findings) {
            if (kept.size() == room) break;
            if (finding.isError() || others-- > 0) kept.add(finding);
        }
        kept.add(
                Finding.of(
                        Source.RULE,
                        "too-many-findings",
                        Level.INFO,
                        JsonPointer.ROOT,
                        "%d more findings are left out".formatted(findings.size() - room)));
        return List.copyOf(kept);
    }

    /// The findings as a JSON array.
    public static JsonArray toJson(Collection<Finding> findings) {
        return new JsonArray(findings.stream().<Json>map(Finding::toJson).toList());
    }

    /// Where the pointer stands in the document: an index per token, the highest for what is not
    /// there.
    private static List<Integer> position(JsonObject document, JsonPointer pointer) {
        var position = new ArrayList<Integer>();
        Json here = document;
        for (String token : pointer.tokens()) {
            int index = indexOf(token, here);
            position.add(index);
            if (index == Integer.MAX_VALUE) break;
            here = child(here, token, index);
        }
        return position;
    }

    private static int indexOf(String token, Json parent) {
        return switch (parent) {
            case JsonObject(var members) -> {
                int index = new ArrayList<>(members.keySet()).indexOf(token);
                yield index < 0 ? Integer.MAX_VALUE : index;
            }
            case JsonArray(var items) -> {
                boolean inside =
                        token.length() < 10 && token.chars().allMatch(c -> c >= '0' && c <= '9');
                int index =
                        inside && !token.isEmpty() ? Integer.parseInt(token) : Integer.MAX_VALUE;
                yield index < items.size() ? index : Integer.MAX_VALUE;
            }
            default -> Integer.MAX_VALUE;
        };
    }

    private static Json child(Json parent, String token, int index) {
        return switch (parent) {
            case JsonObject object -> object.members().getOrDefault(token, JsonObject.EMPTY);
            case JsonArray(var items) -> items.get(index);
            default -> parent;
        };
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) return order;
        }
        return Integer.compare(one.size(), other.size());
    }
}
