package io.hyperpodgateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What one rule finds, as the tests of rules look at it. A document is told by its members, in
/// texts in which `'` stands for `"`.
public final class RuleProbe {

    public static final String CONTINUOUS = "'NodeProvisioningMode':'Continuous'";
    public static final String EKS = "'Orchestrator':{'Eks':{}}";
    public static final String SLURM = "'Orchestrator':{'Slurm':{}}";
    public static final String EKS_AND_SLURM = "'Orchestrator':{'Eks':{},'Slurm':{}}";
    public static final String NEITHER = "'Orchestrator':{}";
    public static final String VPC = "'VpcConfig':{}";

    private static final Map<String, Rule> RULES =
            CrossFieldRules.in("us-east-1").stream()
                    .collect(Collectors.toMap(rule -> rule.id().id(), rule -> rule));

    private RuleProbe() {}

    /// The rule of that id, in us-east-1.
    public static Rule rule(String id) {
        return Objects.requireNonNull(RULES.get(id), id);
    }

    /// The member `InstanceGroups` with these items.
    public static String groups(String... groups) {
        return "'InstanceGroups':[%s]".formatted(String.join(",", groups));
    }

    /// The member `RestrictedInstanceGroups` with these items.
    public static String restrictedGroups(String... groups) {
        return "'RestrictedInstanceGroups':[%s]".formatted(String.join(",", groups));
    }

    /// A group with these items of `InstanceStorageConfigs`.
    public static String storage(String... configs) {
        return "{'InstanceStorageConfigs':[%s]}".formatted(String.join(",", configs));
    }

    /// The places of the rule's findings in the document of these members. Each finding is of the
    /// rule's own id and level, and its sentence begins with its place.
    public static List<String> places(Rule rule, String... members) {
        List<Finding> findings = findings(rule, members);
        assertThat(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule.id().id());
                    assertThat(finding.level()).isEqualTo(rule.id().level());
                    assertThat(finding.help()).isEqualTo(rule.id().help());
                    assertThat(finding.message()).startsWith(finding.pointer() + " ");
                    assertThat(finding.message()).hasSizeLessThan(300);
                });
        return findings.stream().map(finding -> finding.pointer().toString()).toList();
    }

    /// What those findings mend: `remove /ClusterRole`.
    public static List<String> fixes(Rule rule, String... members) {
        return findings(rule, members).stream()
                .flatMap(finding -> finding.fix().stream())
                .map(RuleProbe::inWords)
                .toList();
    }

    private static String inWords(PatchOperation operation) {
        JsonObject members = operation.toJson();
        return members.text("op").orElseThrow() + " " + members.text("path").orElseThrow();
    }

    private static List<Finding> findings(Rule rule, String... members) {
        String document = "{%s}".formatted(String.join(",", members));
        return rule.check(SpecDocuments.request(document)).toList();
    }
}
