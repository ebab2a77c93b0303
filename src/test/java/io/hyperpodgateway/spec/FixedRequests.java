package io.hyperpodgateway.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.flipkart.zjsonpatch.JsonPatch;

import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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
    /// were, or fewer ERRORs where a warning takes the place of one, and no ERROR that was not
    /// told.
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
        var told = new ToldBefore(before, operations(answer));
        assertThat(after.stream().filter(Finding::isError))
                .describedAs(story)
                .allMatch(told::holds);
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

    private static List<JsonNode> operations(JsonNode answer) {
        var operations = new ArrayList<JsonNode>();
        answer.forEach(finding -> finding.path("fix").forEach(operations::add));
        return operations;
    }

    /// What was told before the fixes, by where it stands after them.
    private static final class ToldBefore {

        private final Set<String> told = new HashSet<>();
        private final List<String> anew;

        ToldBefore(List<Finding> before, List<JsonNode> operations) {
            anew =
                    operations.stream()
                            .filter(o -> isA("replace", o))
                            .map(ToldBefore::path)
                            .toList();
            List<JsonNode> moves = operations.stream().filter(o -> isA("move", o)).toList();
            for (Finding finding : before) {
                String place = finding.pointer().toString();
                for (JsonNode move : moves) {
                    String from = move.path("from").asText();
                    if (isWithin(place, from)) place = path(move) + place.substring(from.length());
                }
                told.add(finding.rule() + " " + orAnew(place));
            }
        }

        boolean holds(Finding finding) {
            return told.contains(finding.rule() + " " + orAnew(finding.pointer().toString()));
        }

        /// Within a value that a fix wrote anew, places differ.
        private String orAnew(String place) {
            return anew.stream().filter(path -> isWithin(place, path)).findFirst().orElse(place);
        }

        private static boolean isA(String name, JsonNode operation) {
            return operation.path("op").asText().equals(name);
        }

        private static String path(JsonNode operation) {
            return operation.path("path").asText();
        }

        private static boolean isWithin(String place, String whole) {
            return place.startsWith(whole)
                    && (place.length() == whole.length() || place.charAt(whole.length()) == '/');
        }
    }
}
