package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Translates a message of SageMaker, from an answer or of a failed cluster: the cause, who has to
/// act, whether a retry helps.
///
/// @param rule the id of the cause, in kebab case
/// @param quoted texts that known messages contain, in lower case; `*` matches a name
/// @param pointer the place in the request that it is about
/// @param words the cause, and what to do
/// @param responsible who can act on it
public record Translation(
        String rule,
        List<String> quoted,
        JsonPointer pointer,
        String words,
        ResponsibleParty responsible) {

    public static final Translation NAME_TAKEN =
            new Translation(
                    "cluster-name-taken",
                    List.of(),
                    JsonPointer.of("ClusterName"),
                    "a cluster of this name exists in this account and Region, and this request"
                            + " did not make it; choose another name; GET /clusters/{ClusterName}"
                            + " shows the cluster if it is yours",
                    ResponsibleParty.CALLER);

    public static final Translation LIMIT =
            new Translation(
                    "quota-exceeded",
                    List.of(),
                    JsonPointer.ROOT,
                    "a quota of the AWS account does not allow this many instances; ask for fewer,"
                            + " or let the account's operator ask for more in Service Quotas",
                    ResponsibleParty.PLATFORM_TEAM);

    private static final List<Translation> BY_MESSAGE =
            List.of(
                    new Translation(
                            TransientRefusals.ROLE_NOT_ASSUMABLE,
                            List.of("assume the execution role", "assume role", "assume the role"),
                            JsonPointer.ROOT,
                            "SageMaker cannot assume an execution role; one created seconds ago needs"
                                    + " a little time, so retry; if it stays so, its owner must let"
                                    + " sagemaker.amazonaws.com assume it",
                            ResponsibleParty.CALLER),
                    new Translation(
                            TransientRefusals.INSUFFICIENT_CAPACITY,
                            List.of("sufficient capacity", "insufficient capacity"),
                            JsonPointer.ROOT,
                            "AWS has too few instances of a requested type at the moment; retry"
                                    + " later, or ask for another type or Availability Zone",
                            ResponsibleParty.CALLER),
                    new Translation(
                            "quota-exceeded-in-validation",
                            List.of("account-level service limit", "service quota"),
                            JsonPointer.ROOT,
                            "a quota of the AWS account does not allow this; ask for less, or let"
                                    + " the account's operator ask for more in Service Quotas",
                            ResponsibleParty.PLATFORM_TEAM));

    /// Failures that occur only while a cluster is being created.
    private static final List<Translation> OF_CLUSTERS =
            List.of(
                    new Translation(
                            "access-denied",
                            List.of("accessdenied", "access denied", "not authorized to perform"),
                            JsonPointer.ROOT,
                            "a role lacks a permission that the creation of the cluster needs, as a"
                                    + " rule the execution role; SageMaker's message names what was denied",
                            ResponsibleParty.CALLER),
                    new Translation(
                            "lifecycle-script-failed",
                            List.of("lifecycle script", "lifecycle config"),
                            JsonPointer.ROOT,
                            "a lifecycle script failed or could not be read; its log is in the"
                                    + " cluster's log group in CloudWatch",
                            ResponsibleParty.CALLER));

    /// The translation of a refusal's message, if it is known.
    public static Optional<Translation> of(String message) {
        return firstMatching(ofRefusals(), message);
    }

    /// The translation of a failed cluster's message, if it is known.
    public static Optional<Translation> ofFailure(String message) {
        return firstMatching(Stream.concat(ofRefusals(), OF_CLUSTERS.stream()), message);
    }

    /// The translation for a finding's rule.
    public static Optional<Translation> named(String rule) {
        return Stream.concat(Stream.of(NAME_TAKEN, LIMIT), ofRefusals())
                .filter(known -> known.rule.equals(rule))
                .findFirst();
    }

    private static Stream<Translation> ofRefusals() {
        return Stream.concat(BY_MESSAGE.stream(), ValidationTexts.ALL.stream());
    }

    private static Optional<Translation> firstMatching(Stream<Translation> known, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return known.filter(one -> one.quoted.stream().anyMatch(words -> matches(lower, words)))
                .findFirst();
    }

    private static boolean matches(String message, String quoted) {
        int from = 0;
        for (String part : quoted.split("\\*", -1)) {
            int at = message.indexOf(part, from);
            if (at < 0) return false;
            from = at + part.length();
        }
        return true;
    }

    /// Whether the same request may succeed a little later.
    public boolean retryHelps() {
        return TransientRefusals.contains(rule);
    }

    /// The finding that contains this translation and SageMaker's own message.
    ///
    /// @param message SageMaker's message
    public Finding finding(String message) {
        return Finding.of(
                Source.SAGEMAKER,
                rule,
                Level.ERROR,
                pointer,
                "%s; SageMaker said: %s".formatted(words, message));
    }
}
