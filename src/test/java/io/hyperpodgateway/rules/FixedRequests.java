package io.hyperpodgateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.flipkart.zjsonpatch.JsonPatch;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.shape.ShapeCheckResult;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Requests as a client fixes them: it reads the findings of an answer and applies every fix, one
/// after the other, with a library that is not ours.
public final class FixedRequests {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(unbounded())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private FixedRequests() {}

    private static JsonFactory unbounded() {
        var constraints =
                StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    /// Expects that the fixes of the answer apply cleanly, and leave fewer findings than there
    /// were, or fewer ERRORs where a warning takes the place of one, no ERROR that was not told,
    /// and nothing of shapes that has a fix.
    public static void assertFixesHold(Specification specification, JsonObject request) {
        List<Finding> before = specification.check(request);
        JsonNode answer = answer(before);
        if (answer.findParent("fix") == null) return;
        JsonObject fixed = fixed(request, answer);

        List<Finding> after = specification.check(fixed);

        Supplier<String> story = () -> "after the fixes of %s on %s".formatted(answer, request);
        assertThat(errors(after)).describedAs(story).isLessThanOrEqualTo(errors(before));
        if (errors(after) == errors(before))
            assertThat(after).describedAs(story).hasSizeLessThan(before.size());
        if (before.size() > Findings.MAX) return;
        ShapeCheckResult check = specification.shapes(request);
        Set<String> told =
                before.stream()
                        .map(found -> found.rule() + " " + found.pointer())
                        .collect(Collectors.toSet());
        assertThat(after.stream().filter(Finding::isError))
                .describedAs(story)
                .allMatch(found ->
                        told.contains(found.rule() + " " + check.sentPointer(found.pointer())));
        assertThat(after)
                .describedAs(story)
                .filteredOn(found -> found.source() == Source.SHAPE)
                .allMatch(found -> found.fix().isEmpty());
    }

    private static long errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).count();
    }

    /// The request with every fix of its answer.
    public static JsonObject fixed(Specification specification, JsonObject request) {
        return fixed(request, answer(specification.check(request)));
    }

    private static JsonNode answer(List<Finding> findings) {
        return parse(Findings.toJson(Findings.limit(findings)).toText());
    }

    private static JsonObject fixed(JsonObject request, JsonNode answer) {
        JsonNode fixed = parse(request.toText());
        for (JsonNode finding : answer) {
            if (finding.has("fix")) fixed = JsonPatch.apply(finding.get("fix"), fixed);
        }
        return (JsonObject) SpecDocuments.json(fixed.toString());
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
