package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReservedLabelsTest {

    @Test
    void refusesEveryReservedPrefixOfALabel() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'kubernetes.io/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/kubernetes.io~1a");
        assertThat(check("{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'k8s.io/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/k8s.io~1a");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'sagemaker.amazonaws.com/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/sagemaker.amazonaws.com~1a");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'eks.amazonaws.com/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/eks.amazonaws.com~1a");
        assertThat(check("{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'k8s.aws/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/k8s.aws~1a");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'karpenter.sh/a':'x'}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/karpenter.sh~1a");
    }

    @Test
    void refusesThemOfTaints() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Taints':[{'Key':'gpu',"
                                        + "'Effect':'NoSchedule'},{'Key':'k8s.io/a','Effect':'NoSchedule'}]}}]}"))
                .containsExactly("reserved-labels /InstanceGroups/0/KubernetesConfig/Taints/1/Key");
    }

    @Test
    void tellsAllAtOnce() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'k8s.io/a':'x',"
                                        + "'a':'x','k8s.io/b':'x'},'Taints':[{'Key':'k8s.aws/c'}]}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/k8s.io~1a",
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/k8s.io~1b",
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Taints/0/Key");
    }

    @Test
    void takesOtherPrefixesAndNone() {
        assertThat(check("{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'team':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'example.com/team':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'kubernetes.io':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'kubernetes.io.example.com/a':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'mykubernetes.io/a':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'nvidia.com/mig.config':'x'}}}]}"))
                .isEmpty();
    }

    @Test
    void doesNotSeeSubdomainsOfWhatIsReserved() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'node.kubernetes.io/a':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'topology.k8s.aws/a':'x'}}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{"
                                        + "'Kubernetes.io/a':'x'}}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'KubernetesConfig':7},{'KubernetesConfig':{"
                                        + "'Labels':['k8s.io/a'],'Taints':7}},{'KubernetesConfig':{'Taints':[7,{"
                                        + "'Key':7},{}]}}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'k8s.io/a':7}}}]}"))
                .containsExactly(
                        "reserved-labels /InstanceGroups/0/KubernetesConfig/Labels/k8s.io~1a");
    }

    @Test
    void doesNotRepeatAKeyWithoutEnd() {
        String document =
                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'k8s.io/%s':'x'}}}]}"
                        .formatted("a".repeat(1_000));

        assertThat(rule("reserved-labels").check(request(document)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(200));
    }

    private static List<String> check(String document) {
        return summaries(rule("reserved-labels").check(request(document)).toList());
    }
}
