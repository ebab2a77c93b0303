package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;
import io.hyperpodgateway.request.Section.Text;
import io.hyperpodgateway.request.Tag;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules on the cluster as a whole and its tags.
final class ClusterRules {

    private static final String GROUPS = "InstanceGroups";
    private static final String RESTRICTED = "RestrictedInstanceGroups";
    private static final String OVERRIDE = "OverrideVpcConfig";

    private static final String PREREQUISITES = "dg/sagemaker-hyperpod-prerequisites";

    /// As much of an ARN as has the Region; what is no such ARN is left to the shape check.
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]*:[a-z]*:([a-z0-9-]*):");

    private static final int MAX_REGION = 50;
    private static final int MAX_GROUPS = 20;
    private static final int MAX_TAGS = 49;

    private ClusterRules() {}

    /// All of them, in the order in which findings on one place are reported.
    ///
    /// @param region where clusters are made, as in `us-east-1`
    static List<Rule> in(String region) {
        return List.of(
                orchestratorExactlyOne(),
                groupsPresent(),
                groupNamesUnique(),
                groupsOver20(),
                eksNeedsVpc(),
                arnRegion(region),
                slurmOverrideNeedsVpc(),
                reservedTag(),
                tags(),
                new Immutable());
    }

    // An orchestrator of unknown members alone is left to the shape check.
    private static Rule orchestratorExactlyOne() {
        return rule(error(
                                "orchestrator-exactly-one",
                                "`Orchestrator`, where given, holds exactly one of `Eks` and"
                                        + " `Slurm`")
                        .modelled())
                .ifPresent(request -> request.section().section("Orchestrator"))
                .when(Section::isEmpty)
                .at(Section::pointer)
                .says("holds neither of Eks and Slurm, exactly one is allowed")
                .also(row ->
                        row.when(request -> request.isEks() && request.isSlurm())
                                .at("/Orchestrator")
                                .says("holds both of Eks and Slurm, exactly one is allowed"));
    }

    // SageMaker's model requires neither list. A list that is empty is left to the shape check.
    private static Rule groupsPresent() {
        return rule(warn(
                                "groups-present",
                                "there is at least one group, in `InstanceGroups` or"
                                        + " `RestrictedInstanceGroups`")
                        .inferred())
                .when(request -> !request.has(GROUPS) && !request.has(RESTRICTED))
                .at("/InstanceGroups")
                .says("is missing: a cluster without groups has no instances");
    }

    // A group is addressed by its name, so of two that share one neither could be changed or
    // removed.
    private static Rule groupNamesUnique() {
        return rule(error(
                                "group-names-unique",
                                "`InstanceGroupName` is unique over all groups, restricted ones"
                                        + " included")
                        .inferred())
                .eachRepeated(ClusterRequest::groups, InstanceGroup::name)
                .at(group -> group.at("InstanceGroupName"))
                .says("is the name of an earlier group, each name is allowed once");
    }

    private static Rule groupsOver20() {
        return rule(warn(
                                "groups-over-20",
                                "there are at most 20 groups: the model takes 100, the"
                                        + " documentation says 20")
                        .documented("dg/sagemaker-hyperpod-eks-operate-cli-command-create-cluster"))
                .when(request -> groupCount(request) > MAX_GROUPS)
                .at(request ->
                        JsonPointer.of(request.section().hasItems(GROUPS) ? GROUPS : RESTRICTED))
                .says(request ->
                        Phrase.of(
                                "brings the cluster to %d groups, AWS documents at most %d"
                                        .formatted(groupCount(request), MAX_GROUPS)));
    }

    private static int groupCount(ClusterRequest request) {
        return request.section().count(GROUPS) + request.section().count(RESTRICTED);
    }

    // HyperPod puts the nodes of an EKS cluster into the caller's VPC.
    private static Rule eksNeedsVpc() {
        return rule(error("eks-needs-vpc", "an EKS cluster has `VpcConfig`")
                        .documented(PREREQUISITES))
                .when(request -> request.isEks() && !request.hasVpcConfig())
                .at("/VpcConfig")
                .says("is missing, an EKS cluster needs it: subnets and security groups");
    }

    private static Rule arnRegion(String region) {
        return rule(error(
                                "arn-region",
                                "the Region in the ARNs of EKS clusters and training plans is the"
                                        + " gateway's")
                        .documented(PREREQUISITES))
                .eachOf(ClusterRules::regions)
                .when(other -> !other.value().equals(region))
                .at(Text::pointer)
                .says(other ->
                        Phrase.of(
                                "is in Region \"%s\", %s is allowed"
                                        .formatted(
                                                Excerpt.cut(other.value(), MAX_REGION), region)));
    }

    private static Stream<Text> regions(ClusterRequest request) {
        return Stream.concat(
                request.section().section("Orchestrator", "Eks").stream()
                        .flatMap(eks -> region(eks, "ClusterArn")),
                request.groups().stream()
                        .flatMap(group -> region(group.section(), "TrainingPlanArn")));
    }

    private static Stream<Text> region(Section section, String member) {
        return section.text(member).map(ARN::matcher).filter(Matcher::lookingAt).stream()
                .map(arn -> new Text(section.at(member), arn.group(1)));
    }

    private static Rule slurmOverrideNeedsVpc() {
        return rule(error(
                                "slurm-override-needs-vpc",
                                "a group of a Slurm cluster has `OverrideVpcConfig` only where the"
                                        + " cluster has `VpcConfig`")
                        .documented(PREREQUISITES))
                .when(request -> request.lacksEks() && !request.hasVpcConfig())
                .each(ClusterRequest::groups)
                .when(group -> group.has(OVERRIDE))
                .first()
                .at("/VpcConfig")
                .says(group ->
                        Phrase.of("is missing, ", group.at(OVERRIDE), " needs one to override"));
    }

    // The gateway finds the cluster that a request made by a tag of its own.
    private static Rule reservedTag() {
        return rule(error(
                                "reserved-tag",
                                "no tag key begins with `hyperpod-gateway:`, in any letter case")
                        .own())
                .each(ClusterRequest::tags)
                .when(tag -> hasPrefix(tag, "hyperpod-gateway:"))
                .at(ClusterRules::key)
                .says(
                        "begins with hyperpod-gateway:, which is the gateway's own; any other key is allowed");
    }

    // AWS takes 50 tags, and one of them is the gateway's.
    private static Rule tags() {
        return rule(error(
                                "tags",
                                "tag keys are unique, none begins with `aws:` in any letter case,"
                                        + " and there are at most 49, since the gateway adds one")
                        .documented("APIReference/API_Tag"))
                .when(request -> request.section().count("Tags") > MAX_TAGS)
                .at("/Tags")
                .says(request ->
                        Phrase.of(
                                "has %d items, at most %d are allowed: the gateway adds one"
                                        .formatted(request.section().count("Tags"), MAX_TAGS)))
                .also(row ->
                        row.each(ClusterRequest::tags)
                                .when(tag -> hasPrefix(tag, "aws:"))
                                .at(ClusterRules::key)
                                .says(
                                        "begins with aws:, which is AWS's own; any other key is allowed"))
                .also(row ->
                        row.eachRepeated(ClusterRequest::tags, Tag::key)
                                .at(ClusterRules::key)
                                .says("is the key of an earlier tag, each key is allowed once"));
    }

    private static boolean hasPrefix(Tag tag, String prefix) {
        return tag.key().orElse("").toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    private static JsonPointer key(Tag tag) {
        return tag.pointer().member("Key");
    }
}
