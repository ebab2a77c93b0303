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
/// @param filled the body and the additions, nulls included: the order of findings
/// @param effective the body as AWS reads it, without nulls, and the additions: what is checked,
///   decided on and sent
/// @param conflicts a finding on each tag of the caller's that the policy sets otherwise
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

    /// Whether what is asked of SageMaker differs from the body.
    boolean isChanged() {
        return !effective.equals(document);
    }

    /// One list of what was found on the body and on the effective request. What an addition mended
    /// is left out; what an addition brought in is told as such.
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

    /// These findings in the order of the body, what was added to it last within its object.
    List<Finding> sorted(Stream<Finding> findings) {
        return Findings.inOrderOf(filled, findings.toList());
    }

    /// The findings on the effective request, those on additions told as such.
    List<Finding> markAdditions(List<Finding> onEffective) {
        return onEffective.stream()
                .map(found -> isAddition(found.pointer()) ? found.asAdded() : found)
                .toList();
    }

    /// Whether the gateway added what stands at that place, or what would hold it. The list of tags
    /// is the caller's, also where the gateway's stand in it alone: a tag that is missing is theirs
    /// to give.
    private boolean isAddition(JsonPointer place) {
        return isChanged() && !place.equals(TAGS) && nearestPresent(place).in(document).isEmpty();
    }

    /// The place, or the nearest one above it at which something stands.
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

    /// What makes two findings of two checks the same.
    private record FindingKey(String rule, JsonPointer pointer) {

        static FindingKey of(Finding finding) {
            return new FindingKey(finding.rule(), finding.pointer());
        }
    }
}
