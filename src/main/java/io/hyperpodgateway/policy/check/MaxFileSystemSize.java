package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.CreatedFileSystem;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// The file systems that SageMaker creates with the cluster stay within a size, all together. A
/// size that cannot be read is never taken for a small one. File systems that are merely mounted,
/// and volumes of instances, do not count.
///
/// @param most GiB of all of them; 0 allows none
public record MaxFileSystemSize(long most) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxFileSystemSizeInGiB";

    private static final String SIZE = "SizeInGiB";

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        List<CreatedFileSystem> created = request.createdFileSystems();
        Stream<Finding> unreadable =
                created.stream()
                        .filter(one -> one.size().isEmpty())
                        .map(one ->
                                findings.at(
                                        one.at(SIZE),
                                        "the size of file systems is limited, so SizeInGiB has to"
                                                + " be a number from 0"));
        Stream<Finding> excess =
                Excess.over(BigDecimal.valueOf(most), created, MaxFileSystemSize::size).stream()
                        .map(over -> findings.at(over.part().at(SIZE), refusal(over.sum())));
        return Stream.concat(unreadable, excess);
    }

    @Override
    public JsonObject limits() {
        return toJson();
    }

    @Override
    public String description() {
        return "the file systems made with the cluster have at most %d GiB altogether"
                .formatted(most);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(most));
    }

    private static BigDecimal size(CreatedFileSystem one) {
        return BigDecimal.valueOf(one.size().orElse(0L));
    }

    private String refusal(BigDecimal sum) {
        return "%s GiB of file systems altogether, at most %d GiB are allowed".formatted(sum, most);
    }
}
