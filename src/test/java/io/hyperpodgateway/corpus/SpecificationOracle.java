package io.hyperpodgateway.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.rules.Specification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is true of the specification's findings on every document.
public final class SpecificationOracle {

    private static final Specification SPECIFICATION =
            Specification.of(ServiceModel.bundled(), false, "us-east-1");

    /// The message for a rule that threw.
    private static final String BROKE = "broke on this document";

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

    private SpecificationOracle() {}

    /// Checks the document twice. Throws an AssertionError if the findings differ, are not in the
    /// document's order, exceed the limits of an answer, or have a place that does not exist.
    public static void holds(JsonObject document) {
        List<Finding> findings = SPECIFICATION.check(document);
        assertThat(SPECIFICATION.check(document)).isEqualTo(findings);
        assertThat(Findings.inOrderOf(document, findings)).isEqualTo(findings);
        List<Finding> limited = Findings.limit(findings);
        assertThat(limited).hasSizeLessThanOrEqualTo(Findings.MAX);
        assertThat(limited)
                .allSatisfy(finding -> {
                    Sentences.hold(finding.message());
                    assertThat(finding.message()).doesNotContain(BROKE);
                    assertThat(finding.pointer().toString())
                            .hasSizeLessThanOrEqualTo(JsonPointer.MAX_LENGTH);
                });
        assertThat(findings)
                .filteredOn(Finding::isError)
                .allSatisfy(finding -> assertThat(leadsIn(document, finding.pointer())).isTrue());
    }

    /// Whether the place exists, or is a missing member of an object that exists.
    private static boolean leadsIn(JsonObject document, JsonPointer pointer) {
        Json here = document;
        for (String token : pointer.tokens()) {
            Optional<Json> next = below(here, token);
            if (next.isEmpty()) return here instanceof JsonObject;
            here = next.get();
        }
        return true;
    }

    private static Optional<Json> below(Json parent, String token) {
        return switch (parent) {
            case JsonObject object -> object.get(token);
            case JsonArray(var items) when INDEX.matcher(token).matches() -> item(items, token);
            case Json _ -> Optional.empty();
        };
    }

    private static Optional<Json> item(List<Json> items, String token) {
        int index = Integer.parseInt(token);
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }
}
