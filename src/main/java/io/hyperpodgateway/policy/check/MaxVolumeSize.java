package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Volume;

import java.util.stream.Stream;

/// No EBS volume of any group is larger than that. A size that cannot be read is never taken for a
/// small one, except a root volume's, which SageMaker decides alone. File systems of FSx are no
/// volumes.
///
/// @param most GB of one volume; 0 allows none but root volumes
public record MaxVolumeSize(long most) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxVolumeSizeInGB";

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        return request.groups().stream()
                .flatMap(group -> group.volumes().stream())
                .filter(volume -> !fits(volume))
                .map(volume -> findings.at(volume.at("VolumeSizeInGB"), refusal(volume)));
    }

    @Override
    public JsonObject limits() {
        return toJson();
    }

    @Override
    public String description() {
        return "no volume of an instance is larger than %d GB".formatted(most);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(most));
    }

    private boolean fits(Volume volume) {
        return volume.size().map(size -> size <= most).orElse(volume.isRoot());
    }

    private String refusal(Volume volume) {
        String size =
                volume.size().map("a volume of %d GB"::formatted).orElse("a volume without size");
        return "%s, at most %d GB are allowed".formatted(size, most);
    }
}
