package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;
import java.util.Optional;

/// What a rule is known by: a name that never changes, its weight, what it demands and where that
/// is known from.
///
/// @param id the name, in kebab case
/// @param level the weight of its findings
/// @param demand what must hold, in a sentence without full stop
/// @param evidence where that is known from
/// @param help the URL of AWS's page on it, if there is one
public record RuleId(
        String id, Level level, String demand, Evidence evidence, Optional<String> help) {

    private static final String DOCUMENTATION = "https://docs.aws.amazon.com/sagemaker/latest/";

    /// Where a rule is known from.
    public enum Evidence {
        /// AWS's documentation says so.
        DOCUMENTATION,
        /// SageMaker's service model says so.
        MODEL,
        /// The service's error texts, or code that works, show it.
        OBSERVATION,
        /// Nobody says so, but it follows.
        INFERENCE,
        /// The gateway requires it.
        GATEWAY
    }

    public RuleId {
        Objects.requireNonNull(id);
        Objects.requireNonNull(level);
        Objects.requireNonNull(demand);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(help);
    }

    /// A rule that refuses.
    public static Draft error(String id, String demand) {
        return new Draft(id, Level.ERROR, demand);
    }

    /// A rule that warns.
    public static Draft warn(String id, String demand) {
        return new Draft(id, Level.WARN, demand);
    }

    /// A rule that informs.
    public static Draft info(String id, String demand) {
        return new Draft(id, Level.INFO, demand);
    }

    /// The finding that this rule is broken there.
    public Finding at(JsonPointer pointer, Phrase phrase) {
        return Finding.of(Source.RULE, id, level, pointer, phrase).withHelp(help);
    }

    /// A rule without its evidence.
    public record Draft(String id, Level level, String demand) {

        /// It is on a page of SageMaker's documentation, as in `dg/sagemaker-hyperpod-ref`.
        public RuleId documented(String page) {
            return of(Evidence.DOCUMENTATION, Optional.of(DOCUMENTATION + page + ".html"));
        }

        /// It is in SageMaker's service model, on no page.
        public RuleId modelled() {
            return of(Evidence.MODEL, Optional.empty());
        }

        /// Error texts of the service, or working code, show it.
        public RuleId observed() {
            return of(Evidence.OBSERVATION, Optional.empty());
        }

        /// It follows, but nobody says so.
        public RuleId inferred() {
            return of(Evidence.INFERENCE, Optional.empty());
        }

        /// It is the gateway's own.
        public RuleId own() {
            return of(Evidence.GATEWAY, Optional.empty());
        }

        private RuleId of(Evidence evidence, Optional<String> help) {
            return new RuleId(id, level, demand, evidence, help);
        }
    }
}
