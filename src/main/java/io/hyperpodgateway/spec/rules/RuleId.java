package io.hyperpodgateway.spec.rules;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import java.util.Objects;
import java.util.Optional;

/// What a rule is known by: a name that never changes, its weight and where AWS says so.
///
/// @param id the name, in kebab case
/// @param level the weight of its findings
/// @param help the page's URL, if there is one
public record RuleId(String id, Level level, Optional<String> help) {

    private static final String DOCUMENTATION = "https://docs.aws.amazon.com/sagemaker/latest/";

    public RuleId {
        Objects.requireNonNull(id);
        Objects.requireNonNull(level);
        Objects.requireNonNull(help);
    }

    /// A rule that refuses, after a page of SageMaker's documentation, as in
    /// `dg/sagemaker-hyperpod-ref`.
    public static RuleId error(String id, String page) {
        return new RuleId(id, Level.ERROR, Optional.of(url(page)));
    }

    /// A rule that warns, after a page of SageMaker's documentation.
    public static RuleId warn(String id, String page) {
        return new RuleId(id, Level.WARN, Optional.of(url(page)));
    }

    /// A rule that informs, after a page of SageMaker's documentation.
    public static RuleId info(String id, String page) {
        return new RuleId(id, Level.INFO, Optional.of(url(page)));
    }

    /// This rule without a page: it is the gateway's own, or nobody wrote of it.
    public static RuleId unsourced(String id, Level level) {
        return new RuleId(id, level, Optional.empty());
    }

    /// The finding that this rule is broken there.
    ///
    /// @param message the subject first, the value, then what is allowed
    public Finding at(JsonPointer pointer, String message) {
        Finding finding = Finding.of(Source.RULE, id, level, pointer, message);
        return help.map(finding::withHelp).orElse(finding);
    }

    private static String url(String page) {
        return DOCUMENTATION + page + ".html";
    }
}
