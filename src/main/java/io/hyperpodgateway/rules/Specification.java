package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.finding.Repetitions;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.shape.DocumentNormaliser;
import io.hyperpodgateway.shape.ShapeCheckResult;
import io.hyperpodgateway.shape.ShapeValidator;

import java.util.ArrayList;
import java.util.List;

/// What may be asked of CreateCluster: shapes and cross-field rules in one.
public final class Specification {

    private static final String CLUSTER_NAME = "ClusterName";

    private final ServiceModel model;
    private final ShapeValidator shapes;
    private final List<Rule> rules;

    private Specification(ServiceModel model, Level unknownInstanceType, List<Rule> rules) {
        this.model = model;
        this.shapes = new ShapeValidator(model, unknownInstanceType);
        this.rules = List.copyOf(rules);
    }

    /// The specification of that model with every rule.
    ///
    /// @param unknownInstanceTypesAreErrors whether an instance type that the model does not know
    ///   refuses; it warns if not
    /// @param region where clusters are made, as in `us-east-1`
    public static Specification of(
            ServiceModel model, boolean unknownInstanceTypesAreErrors, String region) {
        return of(model, unknownInstanceTypesAreErrors, CrossFieldRules.in(region));
    }

    static Specification of(
            ServiceModel model, boolean unknownInstanceTypesAreErrors, List<Rule> rules) {
        Level level = unknownInstanceTypesAreErrors ? Level.ERROR : Level.WARN;
        return new Specification(model, level, rules);
    }

    /// Everything found about the document, in its order; of a document with very many mistakes at
    /// least [Findings#ENOUGH]. The rules see the document as it is once the fixes of the shape
    /// check are applied, so that one answer holds all.
    ///
    /// A rule that throws is a finding of that rule, of its own level, and hides no other: what
    /// could refuse refuses, and what could only warn still only warns.
    public List<Finding> check(JsonObject document) {
        ShapeCheckResult checked = shapes(document);
        List<Finding> findings = new ArrayList<>(checked.findings());
        var request = new ClusterRequest(checked.repaired());
        for (Rule rule : rules) {
            for (Finding finding : check(rule, request, checked)) {
                findings.add(withFixThatAppliesTo(checked.repaired(), finding));
            }
        }
        // where not all was sought, fixes could reveal what was not reported
        if (findings.size() >= Findings.ENOUGH) findings.replaceAll(Finding::withoutFix);
        return Findings.inOrderOf(document, findings);
    }

    /// The shape check alone, with the document as its fixes leave it: what rules, and a policy
    /// that is asked in the same round, look at.
    public ShapeCheckResult shapes(JsonObject document) {
        return shapes.checkAndRepair(document);
    }

    /// The document as AWS reads it: without the nulls in the place of members that may be left
    /// out. Every other null, and the rest, stays.
    public JsonObject withoutNulls(JsonObject document) {
        return new DocumentNormaliser(model).withoutNulls(document);
    }

    private static Finding withFixThatAppliesTo(JsonObject repaired, Finding finding) {
        return finding.fix().stream().allMatch(operation -> operation.appliesTo(repaired))
                ? finding
                : finding.withoutFix();
    }

    private static List<Finding> check(
            Rule rule, ClusterRequest request, ShapeCheckResult checked) {
        try {
            return Repetitions.once(
                    rule.check(request).limit(Findings.ENOUGH).map(checked::asSent).toList());
        } catch (RuntimeException e) {
            return List.of(
                    rule.id()
                            .at(
                                    JsonPointer.ROOT,
                                    Phrase.sentence(
                                            "the check %s broke on this document (%s), which is the gateway's fault"
                                                    .formatted(
                                                            rule.id().id(),
                                                            e.getClass().getSimpleName()))));
        }
    }

    /// The document as it is sent on: its timestamps are epoch seconds, cut to milliseconds, and
    /// nothing else differs. Only for documents in which no ERROR was found.
    public JsonObject normalised(JsonObject document) {
        return new DocumentNormaliser(model).withEpochSeconds(document);
    }

    /// The place, or the nearest one above it in whose pointer no name is of the sender's making.
    public JsonPointer known(JsonPointer place) {
        return model.known(place);
    }

    /// Whether a cluster may have this name.
    public boolean isClusterName(String name) {
        return model.fits(CLUSTER_NAME, name);
    }
}
