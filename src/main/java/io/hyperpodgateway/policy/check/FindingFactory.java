package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.text.Excerpt;

import java.util.Objects;
import java.util.Optional;

/// Makes the findings of one rule of a policy.
///
/// @param rule the rule's id
/// @param message the operator's own words, instead of the check's
/// @param help a page to read
public record FindingFactory(
        String rule, Level level, Optional<String> message, Optional<String> help) {

    public FindingFactory {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(level);
        Objects.requireNonNull(message);
        Objects.requireNonNull(help);
    }

    /// The finding that the request violates the rule there.
    ///
    /// @param sentence the value and what is allowed; cut at 299 characters
    public Finding at(JsonPointer pointer, String sentence) {
        return Finding.of(
                        Source.POLICY,
                        rule,
                        level,
                        pointer,
                        message.orElseGet(() -> Excerpt.sentence(sentence)))
                .withHelp(help);
    }
}
