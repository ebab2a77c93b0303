package io.hyperpodgateway.admission;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A request with what the policy adds to it.
///
/// @param document the body as read
/// @param filled the body and the additions, including nulls; defines the order of findings
/// @param effective the body as AWS reads it, without nulls, and the additions; it is checked,
///   decided on and sent
/// @param conflicts one finding for each tag of the caller's to which the policy assigns another
///   value
record EffectiveRequest(
        JsonObject document, JsonObject filled, JsonObject effective, List<Finding> conflicts) {

    private static final String NULL = "null";

    private static final JsonPointer TAGS = JsonPointer.of("Tags");

    EffectiveRequest {
        Objects.requireNonNull(document);
        Objects.requireNonNull(filled);
        Objects.requireNonNull(effective);
        conflicts = List.copyOf(conflicts);
    }

    /// Whether the request to SageMaker differs from the body.
    boolean isChanged() {
        return !effective.equals(document);
    }

    /// Merges the findings on the body with those on the effective request. A finding that an
    /// addition resolves is omitted; one that an addition causes is marked.
    List<Finding> merge(List<Finding> onDocument, List<Finding> onEffective) {
        Set<FindingKey> before = keys(onDocument);
        Set<FindingKey> after = keys(onEffective);
        Stream<Finding> own =
                onDocument.stream()
                        .filter(found ->
                                found.rule().equals(NULL) || after.contains(FindingKey.of(found)));
        Stream<Finding> brought =
                onEffective.stream()
                        .filter(found -> !before.contains(FindingKey.of(found)))
                        .map(Finding::asAdded);
        return sorted(Stream.concat(own, brought));
    }

    /// Sorts findings in the order of the body; additions come last within their object.
    List<Finding> sorted(Stream<Finding> findings) {
        return Findings.inOrderOf(filled, findings.toList());
    }

    /// Marks the findings that are on additions.
    List<Finding> markAdditions(List<Finding> onEffective) {
        return onEffective.stream()
                .map(found -> isAddition(found.pointer()) ? found.asAdded() : found)
                .toList();
    }

    /// Whether the gateway added the value at that place or its parent. The list of tags belongs to
    /// the caller, even if it contains only the gateway's: a missing tag is the caller's to add.
    private boolean isAddition(JsonPointer place) {
        return isChanged() && !place.equals(TAGS) && nearestPresent(place).in(document).isEmpty();
    }

    /// The place, or its nearest ancestor that has a value.
    private JsonPointer nearestPresent(JsonPointer place) {
        if (place.in(effective).isPresent()) return place;
        List<String> tokens = place.tokens();
        return nearestPresent(JsonPointer.of(tokens.subList(0, tokens.size() - 1)));
    }

    private static Set<FindingKey> keys(List<Finding> findings) {
        var places = new HashSet<FindingKey>();
        findings.forEach(finding -> places.add(FindingKey.of(finding)));
        return places;
    }

    /// Identifies a finding across two checks.
    private record FindingKey(String rule, JsonPointer pointer) {

        static FindingKey of(Finding finding) {
            return new FindingKey(finding.rule(), finding.pointer());
        }
    }
}
