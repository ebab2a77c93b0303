package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.check.AllowLists;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.defaults.AddedTags;
import io.hyperpodgateway.policy.defaults.Additions;
import io.hyperpodgateway.policy.defaults.Defaults;
import io.hyperpodgateway.text.Reading;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.List;
import java.util.Optional;

/// Reads the text of a policy document, to the last member; what is not understood refuses it.
public final class DocumentReader {

    /// The length of a contact, which goes with every denial.
    private static final int MAX_CONTACT = 1000;

    private static final List<String> MEMBERS =
            List.of("version", "contact", "auditors", "prices", "defaults", "tags", "rules");

    private final Mistakes mistakes = new Mistakes();
    private final NodeReader nodes = new NodeReader(mistakes);
    private final ServiceModel model;

    private DocumentReader(ServiceModel model) {
        this.model = model;
    }

    /// Reads a document. Whatever the text is, the answer is a value and not an exception.
    ///
    /// @param model what requests may ask for: a document about something else has a mistake
    public static Reading<PolicyDocument, Mistake> read(String text, ServiceModel model) {
        return new DocumentReader(model).read(text);
    }

    private Reading<PolicyDocument, Mistake> read(String text) {
        Optional<PolicyDocument> document =
                YamlReader.read(text, mistakes)
                        .flatMap(root ->
                                nodes.object(root, "the policy", MEMBERS)
                                        .map(members -> document(root, members)));
        if (mistakes.any() || document.isEmpty()) return new Reading.Refused<>(mistakes.all());
        warnOfClosed(document.get());
        return new Reading.Read<>(document.get().withWarnings(mistakes.all()));
    }

    /// Warns of a document under which nobody may have a cluster: one from before instance types
    /// and counts were closed, for instance.
    private void warnOfClosed(PolicyDocument document) {
        AllowLists allowed = AllowLists.of(PolicyRule.denying(document.rules()));
        if (allowed.instanceTypes().isEmpty())
            mistakes.warn(
                    "closed-instance-types",
                    TextPlace.START,
                    "no rule that denies has allowedInstanceTypes, so every instance type is"
                            + " refused; add a rule: {id: instance-types, check: {allowedInstanceTypes:"
                            + " [\"ml.m5.*\"]}}");
        if (!allowed.limitsInstances())
            mistakes.warn(
                    "closed-instance-counts",
                    TextPlace.START,
                    "no rule that denies has maxInstances with perCluster, so every instance is"
                            + " refused; add a rule: {id: cluster-size, check: {maxInstances:"
                            + " {perCluster: 8}}}");
    }

    private PolicyDocument document(Node root, Members members) {
        Prices prices = new PriceReader(nodes, model.instanceTypes()).read(members.value("prices"));
        return new PolicyDocument(
                version(root, members),
                contact(members),
                auditors(members),
                prices,
                additions(members),
                rules(members, prices),
                List.of());
    }

    private String version(Node root, Members members) {
        Optional<Node> version = members.value("version");
        if (version.isEmpty())
            nodes.mistake(
                    root,
                    "required",
                    "version is missing: any string that names this version of the document");
        return version.flatMap(text -> nodes.text(text, "version")).orElse("");
    }

    private Optional<String> contact(Members members) {
        return members.value("contact")
                .flatMap(text -> new GlobReader(nodes).words(text, "contact", MAX_CONTACT));
    }

    private Globs auditors(Members members) {
        return members.value("auditors")
                .map(list -> new PrincipalReader(nodes).granted(list, "auditors"))
                .orElse(Globs.of());
    }

    private Additions additions(Members members) {
        return new Additions(
                members.value("defaults")
                        .map(new DefaultsReader(nodes, model)::read)
                        .orElse(Defaults.NONE),
                members.value("tags")
                        .map(new AddedTagsReader(nodes, model)::read)
                        .orElse(AddedTags.NONE));
    }

    private List<PolicyRule> rules(Members members, Prices prices) {
        var rules = new RuleReader(nodes, prices, model.instanceTypes());
        return members.value("rules").stream()
                .flatMap(list -> nodes.list(list, "rules").stream())
                .flatMap(rule -> rules.read(rule).stream())
                .toList();
    }
}
