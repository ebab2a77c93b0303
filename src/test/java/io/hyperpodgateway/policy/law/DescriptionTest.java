package io.hyperpodgateway.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Reference;

import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// `GET /policy` says the truth: what it calls open to a caller is accepted of them, what it does
/// not is denied. What is expected comes from its answer alone, read as a person would.
class DescriptionTest {

    private static final long FIRST = Long.getLong("policy.seed", 20_261_123L);
    private static final int SITUATIONS = Integer.getInteger("policy.situations", 300);

    private static final Set<String> TYPES =
            Set.of("allowedInstanceTypes", "unlisted-instance-type");
    private static final Set<String> REFERENCES = Set.of("allowedReferences", "unlisted-reference");
    private static final Set<String> COUNTS = Set.of("maxInstances", "unlimited-instances");

    @Test
    void saysWhatIsAccepted() {
        var seen = new HashSet<Map.Entry<String, Boolean>>();
        seeds().forEach(seed -> {
            var randomSituation = new RandomSituation(seed);
            var told = new Told(PolicyDecider.describe(randomSituation.rules(), randomSituation));
            Set<String> broken = broken(randomSituation, told);
            var request = new ClusterRequest(randomSituation.request());
            Map<String, Boolean> expected =
                    Map.of(
                            "types", !told.takesTypes(request),
                            "references", !told.takesReferences(request),
                            "counts", !told.takesCounts(request));

            assertThat(
                            Map.of(
                                    "types", meet(broken, TYPES),
                                    "references", meet(broken, REFERENCES),
                                    "counts", meet(broken, COUNTS)))
                    .as("denials in the situation of -Dpolicy.seed=%d", seed)
                    .isEqualTo(expected);
            expected.forEach((what, denied) -> seen.add(Map.entry(what, denied)));
        });
        assertThat(seen).as("both answers to each question").hasSize(6);
    }

    /// The checks that deny, and the rules of what is closed.
    private static Set<String> broken(RandomSituation randomSituation, Told told) {
        var broken = new HashSet<String>();
        new PolicyDecider()
                .decide(randomSituation.rules(), randomSituation, randomSituation.request())
                .errors()
                .forEach(error -> broken.add(told.check(error.substring(0, error.indexOf(' ')))));
        return broken;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return others.stream().anyMatch(some::contains);
    }

    private static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SITUATIONS);
    }

    /// The answer to `GET /policy`.
    private record Told(JsonObject answer) {

        /// The check of that rule, or the rule itself if it is none of the document's.
        String check(String rule) {
            return rules().filter(one -> one.text("id").orElseThrow().equals(rule))
                    .map(Told::checkOf)
                    .findFirst()
                    .orElse(rule);
        }

        boolean takesTypes(ClusterRequest request) {
            JsonObject types = answer.object("instanceTypes").orElseThrow();
            return isOpen(types)
                    && request.groups().stream()
                            .allMatch(group -> areListed(types, group.instanceTypes().values()));
        }

        boolean takesReferences(ClusterRequest request) {
            return Reference.in(request.document()).stream().allMatch(this::takes);
        }

        /// A member that belongs to no kind is closed: restricted groups have no image, for one.
        private boolean takes(Reference reference) {
            return reference
                    .kind()
                    .flatMap(kind ->
                            answer.object("references").flatMap(all -> all.object(kind.id())))
                    .filter(told -> isOpen(told) && areListed(told, List.of(reference.value())))
                    .isPresent();
        }

        boolean takesCounts(ClusterRequest request) {
            List<InstanceGroup> groups = request.groups();
            return takesScaling(request)
                    && groups.stream().allMatch(group -> group.instanceCount().isPresent())
                    && (isOpen(limits()) || sum(groups) == 0)
                    && isAtMost(limits(), "perCluster", sum(groups))
                    && groups.stream()
                            .allMatch(group -> isAtMost(limits(), "perGroup", sum(List.of(group))))
                    && limits().object("perType").stream()
                            .allMatch(perType -> takesEachType(perType, groups));
        }

        private boolean takesEachType(JsonObject perType, List<InstanceGroup> groups) {
            return perType.members().keySet().stream()
                    .allMatch(glob -> isAtMost(perType, glob, sum(having(glob, groups))));
        }

        private JsonObject limits() {
            return answer.object("limits").orElseThrow();
        }

        private boolean takesScaling(ClusterRequest request) {
            return !request.autoScales()
                    || (isOpen(limits()) && rules().filter(Told::limits).allMatch(Told::scales));
        }

        private static boolean limits(JsonObject rule) {
            return rule.text("enforcement").orElseThrow().equals("deny")
                    && checkOf(rule).equals("maxInstances");
        }

        private static boolean scales(JsonObject rule) {
            return rule.text("autoScaling").orElseThrow().equals("allow");
        }

        private Stream<JsonObject> rules() {
            return answer.items("rules").stream().map(JsonObject.class::cast);
        }

        private static String checkOf(JsonObject rule) {
            return rule.object("check").orElseThrow().members().firstEntry().getKey();
        }

        private static boolean isOpen(JsonObject told) {
            return told.get("open").equals(Optional.of(Json.of(true)));
        }

        private static boolean areListed(JsonObject told, Collection<String> values) {
            return told.items("allowed").stream()
                    .allMatch(list -> values.stream().allMatch(value -> isOn(list, value)));
        }

        private static boolean isOn(Json list, String value) {
            return JsonObject.of("list", list).items("list").stream()
                    .anyMatch(glob -> new Glob(glob.text().orElseThrow()).matches(value));
        }

        private static boolean isAtMost(JsonObject limits, String name, long number) {
            return number <= limits.integer(name).orElse(Long.MAX_VALUE);
        }

        private static List<InstanceGroup> having(String glob, List<InstanceGroup> groups) {
            return groups.stream()
                    .filter(group ->
                            group.instanceTypes().values().stream()
                                    .anyMatch(new Glob(glob)::matches))
                    .toList();
        }

        private static long sum(List<InstanceGroup> groups) {
            return groups.stream().mapToLong(group -> group.instanceCount().orElseThrow()).sum();
        }
    }
}
