package io.hyperpodgateway.aws;

import io.hyperpodgateway.admission.outcome.PassingRefusals;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An answer of SageMaker in plain words: the cause, whose move it is, whether a retry helps.
///
/// @param quoted what the message says in the cases that are known, in lower case
record Translation(String rule, List<String> quoted, JsonPointer pointer, String words) {

    static final Translation NAME_TAKEN =
            new Translation(
                    "cluster-name-taken",
                    List.of(),
                    JsonPointer.of("ClusterName"),
                    "a cluster of this name exists in this account and Region, and this request"
                            + " did not make it; choose another name");

    static final Translation LIMIT =
            new Translation(
                    "quota-exceeded",
                    List.of(),
                    JsonPointer.ROOT,
                    "a quota of the AWS account does not allow this many instances; ask for fewer,"
                            + " or let the account's operator ask for more in Service Quotas");

    private static final List<Translation> BY_MESSAGE =
            List.of(
                    new Translation(
                            PassingRefusals.ROLE_NOT_ASSUMABLE,
                            List.of("assume the execution role", "assume role", "assume the role"),
                            JsonPointer.ROOT,
                            "SageMaker cannot assume an execution role; one made seconds ago needs a"
                                    + " little time, so retry; if it stays so, its owner must let"
                                    + " sagemaker.amazonaws.com assume it"),
                    new Translation(
                            PassingRefusals.INSUFFICIENT_CAPACITY,
                            List.of("sufficient capacity", "insufficient capacity"),
                            JsonPointer.ROOT,
                            "AWS has too few instances of a requested type at the moment; retry later,"
                                    + " or ask for another type or Availability Zone"),
                    new Translation(
                            "quota-exceeded-in-validation",
                            List.of("account-level service limit", "service quota"),
                            JsonPointer.ROOT,
                            "a quota of the AWS account does not allow this; ask for less, or let the"
                                    + " account's operator ask for more in Service Quotas"));

    /// The translation of a refusal by its message, if it is a known one.
    static Optional<Translation> of(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return BY_MESSAGE.stream()
                .filter(known -> known.quoted.stream().anyMatch(lower::contains))
                .findFirst();
    }

    /// Whether the very same request may succeed a little later.
    boolean retryHelps() {
        return PassingRefusals.contain(rule);
    }

    /// The finding that tells both: these words, and SageMaker's own.
    ///
    /// @param told what SageMaker said
    Finding finding(String told) {
        return Finding.of(
                Source.SAGEMAKER,
                rule,
                Level.ERROR,
                pointer,
                "%s; SageMaker said: %s".formatted(words, told));
    }
}
