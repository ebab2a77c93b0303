package io.hyperpodgateway.policy.check.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.AskedVolume;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;

import java.util.ArrayList;
import java.util.stream.Stream;

/// No EBS volume of any group is larger than that. A size that is not told is never taken for a
/// small one, except a root volume's, which SageMaker decides alone. File systems of FSx are no
/// volumes.
///
/// @param most GB of one volume; 0 allows none but root volumes
public record MaxVolumeSize(long most) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxVolumeSizeInGB";

    @Override
    public Stream<Violation> check(Asked asked) {
        var found = new ArrayList<Violation>();
        for (AskedGroup group : asked.groups()) {
            for (AskedVolume volume : group.volumes()) {
                if (!fits(volume)) found.add(refusal(volume));
            }
        }
        return found.stream();
    }

    @Override
    public String words() {
        return "no volume of an instance is larger than %d GB".formatted(most);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(most));
    }

    private boolean fits(AskedVolume volume) {
        return volume.size().isPresent() ? volume.size().get() <= most : volume.isRoot();
    }

    private Violation refusal(AskedVolume volume) {
        String asking =
                volume.size().map("a volume of %d GB"::formatted).orElse("a volume without size");
        return new Violation(
                volume.at("VolumeSizeInGB"),
                "%s, at most %d GB are allowed".formatted(asking, most));
    }
}
