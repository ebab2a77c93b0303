package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Excerpt;

import java.util.Optional;
import java.util.stream.Stream;

/// HyperPod replaces faulty nodes by itself, and the request says so. AWS's default is the same
/// today (SageMaker developer guide, page `sagemaker-hyperpod-resiliency-slurm-auto-resume`), but a
/// default is AWS's to change, and what is demanded is to be seen in the record.
public record RequiredNodeRecovery() implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireNodeRecovery";

    /// The one mode that can be demanded.
    public static final String AUTOMATIC = "Automatic";

    private static final String MEMBER = "NodeRecovery";
    private static final JsonPointer PLACE = JsonPointer.of(MEMBER);

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        Optional<Json> mode = request.document().get(MEMBER);
        if (mode.equals(Optional.of(Json.of(AUTOMATIC)))) return Stream.empty();
        PatchOperation fix =
                mode.isPresent()
                        ? new PatchOperation.Replace(PLACE, Json.of(AUTOMATIC))
                        : new PatchOperation.Add(PLACE, Json.of(AUTOMATIC));
        return Stream.of(findings.at(PLACE, refusal(mode)).withFix(fix));
    }

    @Override
    public String description() {
        return "NodeRecovery is Automatic, and the request says so";
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(AUTOMATIC));
    }

    private static String refusal(Optional<Json> mode) {
        return mode.map(other ->
                        Excerpt.value(other.text().orElseGet(other::kind)) + " is not allowed")
                        .orElse("NodeRecovery is left out")
                + "; it has to be Automatic";
    }
}
