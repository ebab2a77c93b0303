package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.Reference;
import io.hyperpodgateway.rules.Specification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The documents to start from: that they can be taken as they are, and that their cases leave out
/// none of what they say.
class PoliciesToStartFromTest {

    private static final Pattern RULE = Pattern.compile("^  - id: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern CHECK = Pattern.compile("check:\\s+\\{?(\\w+):");

    /// Rules that refuse whatever those whom they bind ask for.
    private static final Set<String> CLOSING = Set.of("teams-only");

    private final Specification specification =
            Specification.of(PolicyCase.MODEL, false, PolicyCase.PLACE.region());

    static List<String> bundled() {
        return PolicyCase.bundled();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void areReadWithoutAWarning(String name) {
        assertThat(policy(name).warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void areAskedForNothingThatAwsWouldRefuse(String name) {
        for (PolicyCase one : PolicyCase.of(name)) {
            assertThat(specification.check(one.effective(policy(name))))
                    .as(one.toString())
                    .noneMatch(Finding::isError);
        }
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void haveACaseThatBreaksEachRule(String name) {
        var broken = new TreeSet<String>();
        PolicyCase.of(name).forEach(one -> broken.addAll(broken(one, policy(name))));

        assertThat(broken).containsAll(written(RULE, name).toList());
    }

    /// A request that passes, of a caller whom the rule binds.
    @ParameterizedTest
    @MethodSource("bundled")
    void haveACaseThatKeepsEachRule(String name) {
        Policy policy = policy(name);
        var kept = new TreeSet<String>();
        for (PolicyCase one : PolicyCase.of(name)) {
            if (one.decide(policy).denied()) continue;
            binding(one, policy)
                    .filter(rule -> !broken(one, policy).contains(rule))
                    .forEach(kept::add);
        }

        assertThat(kept)
                .containsAll(written(RULE, name).filter(rule -> !CLOSING.contains(rule)).toList());
    }

    /// A kind is opened for something: a request names it, and that is no finding.
    @ParameterizedTest
    @MethodSource("bundled")
    void haveACaseThatNamesEachKindTheyOpen(String name) {
        Policy policy = policy(name);
        var named = new HashSet<String>();
        for (PolicyCase one : PolicyCase.of(name)) {
            Set<JsonPointer> found = places(one, policy);
            Reference.in(one.request()).stream()
                    .filter(reference -> !found.contains(reference.pointer()))
                    .flatMap(reference -> reference.kind().stream())
                    .forEach(kind -> named.add(kind.id()));
        }

        assertThat(named).containsExactlyInAnyOrderElementsOf(opened(name));
    }

    @Test
    void useEveryCheckBetweenThem() {
        Set<String> used =
                bundled().stream()
                        .flatMap(name -> written(CHECK, name))
                        .collect(Collectors.toSet());

        assertThat(used)
                .containsExactlyInAnyOrder(
                        "allowedInstanceTypes",
                        "requiredTags",
                        "maxInstances",
                        "clusterName",
                        "allowedReferences",
                        "requireVpc",
                        "allowedOrchestrators",
                        "requireNodeRecovery",
                        "requiredDeepHealthChecks",
                        "requireTrainingPlan",
                        "requireVolumeEncryption",
                        "maxVolumeSizeInGB",
                        "maxFileSystemSizeInGiB",
                        "maxHourlyCost");
    }

    private static Policy policy(String name) {
        String text = BundledPolicies.text(name).orElseThrow();
        return PolicyReader.read(text, PolicyCase.MODEL).orElseThrow();
    }

    private static Set<String> broken(PolicyCase one, Policy policy) {
        PolicyDecision decision = one.decide(policy);
        return Stream.of(decision.shown(), decision.audited())
                .flatMap(List::stream)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static Set<JsonPointer> places(PolicyCase one, Policy policy) {
        return one.decide(policy).shown().stream()
                .map(Finding::pointer)
                .collect(Collectors.toSet());
    }

    private static Stream<String> binding(PolicyCase one, Policy policy) {
        return policy.describe(one.caller(), PolicyCase.PLACE).items("rules").stream()
                .flatMap(rule -> ((JsonObject) rule).text("id").stream());
    }

    /// The kinds that are open to some caller of the cases.
    private static Set<String> opened(String name) {
        var opened = new HashSet<String>();
        for (PolicyCase one : PolicyCase.of(name)) {
            policy(name)
                    .describe(one.caller(), PolicyCase.PLACE)
                    .object("references")
                    .orElseThrow()
                    .members()
                    .forEach((kind, list) -> {
                        if (((JsonObject) list).get("open").orElseThrow().equals(Json.of(true)))
                            opened.add(kind);
                    });
        }
        return opened;
    }

    private static Stream<String> written(Pattern what, String name) {
        return what.matcher(BundledPolicies.text(name).orElseThrow())
                .results()
                .map(match -> match.group(1));
    }
}
