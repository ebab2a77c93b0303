package io.hyperpodgateway.policy;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.addition.AdditionsReader;
import io.hyperpodgateway.policy.cost.Prices;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.Mistakes;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.PriceReader;
import io.hyperpodgateway.policy.document.TextPlace;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlReader;
import io.hyperpodgateway.policy.document.principal.PrincipalReader;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.opening.Openings;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads policy documents, YAML 1.2 or JSON, strictly: what is not understood to the last member is
/// refused, with every mistake and its place.
public final class PolicyReader {

    /// As long as a document may be, in bytes of UTF-8: 1 MiB.
    public static final int MAX_BYTES = 1 << 20;

    /// As long as a contact may be: it goes with every denial.
    private static final int MAX_CONTACT = 1000;

    private static final String POLICY = "the policy";
    private static final List<String> MEMBERS =
            List.of("version", "contact", "auditors", "prices", "defaults", "tags", "rules");

    private final Mistakes mistakes = new Mistakes();
    private final NodeReader nodes = new NodeReader(mistakes);

    private final ServiceModel model;

    private PolicyReader(ServiceModel model) {
        this.model = model;
    }

    /// Reads a document. Whatever the text is, the answer is a value and not an exception.
    ///
    /// @param model what requests may ask for: a document that speaks of something else is told
    public static Reading<Policy, Mistake> read(String text, ServiceModel model) {
        return new PolicyReader(model).readText(text, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a document in UTF-8.
    ///
    /// @param model what requests may ask for: a document that speaks of something else is told
    public static Reading<Policy, Mistake> read(byte[] utf8, ServiceModel model) {
        return new PolicyReader(model).readBytes(utf8);
    }

    private Reading<Policy, Mistake> readBytes(byte[] utf8) {
        if (utf8.length > MAX_BYTES) return tooLong();
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        return result.isError() ? notUtf8(text) : readText(text.toString(), utf8);
    }

    private Reading<Policy, Mistake> readText(String text, byte[] bytes) {
        if (bytes.length > MAX_BYTES) return tooLong();
        Optional<PolicyDocument> document = YamlReader.read(text, mistakes).flatMap(this::document);
        if (mistakes.any() || document.isEmpty()) return new Reading.Refused<>(mistakes.all());
        warnOfClosed(document.get());
        return new Reading.Read<>(
                new Policy(document.get(), text, Sha256.hex(bytes), mistakes.all()));
    }

    /// Warns of a document under which nobody may have a cluster: one from before instance types
    /// and counts were closed, for instance.
    private void warnOfClosed(PolicyDocument document) {
        Openings open = PolicyDocument.openings(document.rules());
        if (!open.instanceTypes().isOpen())
            mistakes.warn(
                    "closed-instance-types",
                    "no rule that denies has allowedInstanceTypes, so every instance type is"
                            + " refused; add a rule: {id: instance-types, check: {allowedInstanceTypes:"
                            + " [\"ml.m5.*\"]}}");
        if (!open.counts().isOpen())
            mistakes.warn(
                    "closed-instance-counts",
                    "no rule that denies has maxInstances with perCluster, so every instance is"
                            + " refused; add a rule: {id: cluster-size, check: {maxInstances:"
                            + " {perCluster: 8}}}");
    }

    private Reading<Policy, Mistake> tooLong() {
        mistakes.add(
                "length",
                1,
                1,
                "the document has more than the %d bytes that are read".formatted(MAX_BYTES));
        return new Reading.Refused<>(mistakes.all());
    }

    private Reading<Policy, Mistake> notUtf8(CharBuffer readable) {
        TextPlace place = TextPlace.after(readable.toString());
        mistakes.add("not-utf-8", place.line(), place.column(), "the document is not valid UTF-8");
        return new Reading.Refused<>(mistakes.all());
    }

    private Optional<PolicyDocument> document(YamlNode root) {
        return nodes.object(root, POLICY, MEMBERS).map(members -> document(root, members));
    }

    private PolicyDocument document(YamlNode root, Members members) {
        Prices prices = new PriceReader(nodes, model.instanceTypes()).read(members.value("prices"));
        return new PolicyDocument(
                version(root, members),
                members.value("contact").flatMap(text -> nodes.words(text, "contact", MAX_CONTACT)),
                auditors(members),
                prices,
                new AdditionsReader(nodes, model).read(members),
                rules(members, prices));
    }

    private String version(YamlNode root, Members members) {
        Optional<YamlNode> version = members.value("version");
        if (version.isEmpty())
            nodes.missing(
                    root, "version is missing: any string that tells this document from others");
        return version.flatMap(text -> nodes.text(text, "version")).orElse("");
    }

    private Globs auditors(Members members) {
        return members.value("auditors")
                .map(list -> new PrincipalReader(nodes).granted(list, "auditors"))
                .orElse(Globs.of());
    }

    private List<PolicyRule> rules(Members members, Prices prices) {
        var rules = new RuleReader(nodes, prices, model.instanceTypes());
        return members.value("rules").stream()
                .flatMap(list -> nodes.list(list, "rules").stream())
                .flatMap(rule -> rules.read(rule).stream())
                .toList();
    }
}
