package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Section;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules on lifecycle scripts.
final class LifecycleRules {

    private static final String CONFIG = "LifeCycleConfig";
    private static final String SOURCE = "SourceS3Uri";
    private static final String ON_CREATE = "OnCreate";
    private static final String ON_INIT_COMPLETE = "OnInitComplete";

    /// AWS's page with the error texts of `LifeCycleConfig`.
    private static final String PAGE = "dg/smcluster-getting-started-slurm-cli";

    private static final Pattern SCRIPT =
            Pattern.compile("(?:s3|https)://[^/]++/(?:[^/]*+/)*+[^/]++(?<=\\.(?:sh|bash|zsh|py))");

    private LifecycleRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                slurm(),
                eksNeedsLifecycle(),
                complete(),
                script(),
                exclusive(),
                bucket(),
                prefix());
    }

    // Without `SlurmConfig` nothing but the scripts makes a node part of Slurm.
    private static Rule slurm() {
        return rule(warn(
                                "lifecycle-slurm",
                                "a group of a Slurm cluster without `SlurmConfig` has"
                                        + " `LifeCycleConfig`")
                        .observed())
                .when(ClusterRequest::isSlurm)
                .each(ClusterRequest::instanceGroups)
                .when(group -> !group.has("SlurmConfig") && !group.has(CONFIG))
                .at(group -> group.at(CONFIG))
                .says("is missing, a Slurm group without SlurmConfig needs its scripts");
    }

    // Only the images for Slurm set a node up without scripts. What `lifecycle-complete` reports is
    // not reported again: an empty configuration, a script without a source.
    private static Rule eksNeedsLifecycle() {
        return rule(error(
                                "eks-needs-lifecycle",
                                "on EKS every group of `InstanceGroups` has `LifeCycleConfig` with"
                                        + " `OnCreate` and `SourceS3Uri`")
                        .documented(PAGE))
                .when(ClusterRequest::isEksOnly)
                .each(ClusterRequest::instanceGroups)
                .when(group -> !group.has(CONFIG))
                .at(group -> group.at(CONFIG))
                .says("is missing, a group of an EKS cluster needs it: SourceS3Uri and OnCreate")
                .also(row ->
                        row.when(ClusterRequest::isEksOnly)
                                .eachOf(LifecycleRules::configs)
                                .when(config -> !config.isEmpty() && !config.has(ON_CREATE))
                                .at(config -> config.at(ON_CREATE))
                                .says(config ->
                                        Phrase.of(
                                                "is missing, an EKS cluster needs it",
                                                config.has(ON_INIT_COMPLETE)
                                                        ? ": OnInitComplete is for Slurm clusters only"
                                                        : "")))
                .also(row ->
                        row.when(ClusterRequest::isEksOnly)
                                .eachOf(LifecycleRules::configs)
                                .when(config -> !config.isEmpty() && !config.has(SOURCE))
                                .when(config -> !hasScript(config))
                                .at(config -> config.at(SOURCE))
                                .says("is missing, an EKS cluster needs it"));
    }

    // Slurm clusters do without, so there an empty object can be left out.
    private static Rule complete() {
        return rule(error(
                                "lifecycle-complete",
                                "`LifeCycleConfig`, where given, is not empty, and has"
                                        + " `SourceS3Uri` where it has a script")
                        .documented(PAGE))
                .when(ClusterRequest::lacksEks)
                .eachOf(LifecycleRules::configs)
                .when(Section::isEmpty)
                .at(Section::pointer)
                .fixByRemoval()
                .says("is empty: leave it out, or set SourceS3Uri and a script")
                .also(row ->
                        row.when(request -> !request.lacksEks())
                                .eachOf(LifecycleRules::configs)
                                .when(Section::isEmpty)
                                .at(Section::pointer)
                                .says("is empty, SourceS3Uri and OnCreate are required"))
                .also(row ->
                        row.eachOf(LifecycleRules::configs)
                                .when(config -> hasScript(config) && !config.has(SOURCE))
                                .at(config -> config.at(SOURCE))
                                .says(
                                        "is missing, a script needs it: the s3:// prefix that it is in"));
    }

    // Scripts are copied from a source, and one of them is started by its name. On EKS clusters its
    // absence is an error of its own, `eks-needs-lifecycle`.
    private static Rule script() {
        return rule(warn(
                                "lifecycle-script",
                                "`LifeCycleConfig.SourceS3Uri` comes with `OnCreate` or"
                                        + " `OnInitComplete`")
                        .inferred())
                .when(request -> !request.isEksOnly())
                .eachOf(LifecycleRules::configs)
                .when(config -> config.has(SOURCE) && !hasScript(config))
                .at(config -> config.at(ON_CREATE))
                .says("is missing, as is OnInitComplete: no script runs without a name");
    }

    // `OnCreate` replaces the setup that HyperPod's image brings, `OnInitComplete` runs after it.
    // Which one to keep is the caller's choice, so there is no fix.
    private static Rule exclusive() {
        return rule(error(
                                "lifecycle-exclusive",
                                "`LifeCycleConfig` has at most one of `OnCreate` and"
                                        + " `OnInitComplete`")
                        .documented(PAGE))
                .eachOf(LifecycleRules::configs)
                .when(config -> config.has(ON_CREATE) && config.has(ON_INIT_COMPLETE))
                .at(Section::pointer)
                .says((request, _) ->
                        Phrase.of(
                                "has OnCreate and OnInitComplete, one of the two is allowed: ",
                                request.isEksOnly()
                                        ? "on EKS keep OnCreate"
                                        : "OnCreate replaces HyperPod's own setup, OnInitComplete runs after it"));
    }

    // The policy that AWS manages for the roles of nodes lets them read buckets of SageMaker's name
    // alone.
    private static Rule bucket() {
        return rule(warn(
                                "lifecycle-bucket",
                                "`LifeCycleConfig.SourceS3Uri` begins with `s3://sagemaker-`, as"
                                        + " AWS's managed policy reads no other buckets")
                        .modelled())
                .eachOf(LifecycleRules::configs)
                .when(config -> config.text(SOURCE).filter(LifecycleRules::isOther).isPresent())
                .at(config -> config.at(SOURCE))
                .says(
                        "does not begin with s3://sagemaker-: AWS's managed policy lets nodes read no"
                                + " other bucket, unless the role has a policy of its own");
    }

    /// What is no URI of the two schemes that SageMaker takes is left to the shape check.
    private static boolean isOther(String uri) {
        return (uri.startsWith("s3://") || uri.startsWith("https://"))
                && !uri.startsWith("s3://sagemaker-");
    }

    // HyperPod copies all that is below the source and starts the script in the copy. A source that
    // is the script itself has nothing below it.
    private static Rule prefix() {
        String isScript = "ends in a script's name, the prefix that the scripts are in is expected";
        return rule(warn(
                                "lifecycle-source-is-prefix",
                                "`LifeCycleConfig.SourceS3Uri` is the prefix that the scripts are"
                                        + " in, not a script")
                        .observed())
                .eachOf(LifecycleRules::configs)
                .when(config -> prefix(config).isPresent())
                .at(config -> config.at(SOURCE))
                .fix(config ->
                        new PatchOperation.Replace(
                                config.at(SOURCE), Json.of(prefix(config).orElseThrow())))
                .says(isScript)
                .also(row ->
                        row.eachOf(LifecycleRules::configs)
                                .when(config -> prefix(config).isEmpty())
                                .when(config ->
                                        config.text(SOURCE)
                                                .filter(LifecycleRules::isScript)
                                                .isPresent())
                                .at(config -> config.at(SOURCE))
                                .says(isScript));
    }

    private static boolean isScript(String uri) {
        return SCRIPT.matcher(uri).matches();
    }

    /// What is before the name of one of its scripts in the URI, if that is how it ends.
    private static Optional<String> prefix(Section config) {
        String uri = config.text(SOURCE).orElse("");
        return Stream.of(ON_CREATE, ON_INIT_COMPLETE)
                .flatMap(name -> config.text(name).stream())
                .flatMap(script -> prefix(uri, script).stream())
                .findFirst();
    }

    private static Optional<String> prefix(String uri, String script) {
        if (script.isEmpty() || !uri.endsWith("/" + script)) return Optional.empty();
        String prefix = uri.substring(0, uri.length() - script.length());
        int bucket = prefix.indexOf("://") + 3;
        return bucket > 2 && prefix.length() > bucket + 1 ? Optional.of(prefix) : Optional.empty();
    }

    private static Stream<Section> configs(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(group -> group.section(CONFIG).stream());
    }

    private static boolean hasScript(Section config) {
        return config.has(ON_CREATE) || config.has(ON_INIT_COMPLETE);
    }
}
