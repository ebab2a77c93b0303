package io.hyperpodgateway.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.flipkart.zjsonpatch.JsonPatch;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;

/// Requests as a client fixes them: it reads the findings of an answer and applies every fix, one
/// after the other, with a library that is not ours.
public final class FixedRequests {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private FixedRequests() {}

    /// Expects that the fixes of the answer apply cleanly, and leave fewer findings than there were
    /// and no ERROR that was not told.
    public static void assertFixesHold(Specification specification, JsonObject request) {
        List<Finding> before = specification.check(request);
        JsonNode answer = answer(before);
        if (answer.findParent("fix") == null) return;
        JsonObject fixed = fixed(request, answer);

        List<Finding> after = specification.check(fixed);

        assertThat(after)
                .describedAs("after the fixes of %s%non %s", answer, request.toText())
                .hasSizeLessThan(before.size());
        assertThat(after.stream().filter(Finding::isError))
                .describedAs("after the fixes of %s%non %s", answer, request.toText())
                .allSatisfy(error ->
                        assertThat(before).anyMatch(told -> isSame(told, error, answer)));
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

    /// Whether the same was told before, there or where that stood before the fixes.
    private static boolean isSame(Finding told, Finding now, JsonNode answer) {
        return told.rule().equals(now.rule())
                && (told.pointer().equals(now.pointer())
                        || moved(told.pointer(), answer).equals(now.pointer()));
    }

    private static JsonPointer moved(JsonPointer told, JsonNode answer) {
        String place = told.toString();
        for (JsonNode finding : answer) {
            for (JsonNode operation : finding.path("fix")) {
                String from = operation.path("from").asText();
                String to = operation.path("path").asText();
                boolean isMove = operation.path("op").asText().equals("move");
                if (isMove && (place + "/").startsWith(from + "/"))
                    place = to + place.substring(from.length());
            }
        }
        return JsonPointer.parse(place);
    }
}
