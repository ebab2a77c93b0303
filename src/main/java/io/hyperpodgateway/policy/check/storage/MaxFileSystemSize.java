package io.hyperpodgateway.policy.check.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedFileSystem;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Headcount;
import io.hyperpodgateway.policy.check.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The file systems that SageMaker makes with the cluster stay within a size, all together. A size
/// that cannot be read is never taken for a small one. File systems that are merely mounted, and
/// volumes of instances, do not count.
///
/// @param most GiB of all of them; 0 allows none
public record MaxFileSystemSize(long most) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxFileSystemSizeInGiB";

    private static final String SIZE = "SizeInGiB";

    @Override
    public Stream<Violation> check(Asked asked) {
        List<AskedFileSystem> made = asked.fileSystems();
        if (made.isEmpty()) return Stream.empty();
        var found = new ArrayList<Violation>();
        made.stream()
                .filter(one -> one.size().isEmpty())
                .map(MaxFileSystemSize::unreadable)
                .forEach(found::add);
        over(made).ifPresent(found::add);
        return found.stream();
    }

    @Override
    public String words() {
        return "the file systems made with the cluster have at most %d GiB altogether"
                .formatted(most);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(most));
    }

    /// The size with which the sum goes over.
    private Optional<Violation> over(List<AskedFileSystem> made) {
        long sum = 0;
        Optional<AskedFileSystem> first = Optional.empty();
        for (AskedFileSystem one : made) {
            sum = Headcount.plus(sum, one.size().orElse(0L));
            if (sum > most && first.isEmpty()) first = Optional.of(one);
        }
        String message =
                "%d GiB of file systems altogether, at most %d GiB are allowed"
                        .formatted(sum, most);
        return first.map(one -> new Violation(one.at(SIZE), message));
    }

    private static Violation unreadable(AskedFileSystem one) {
        return new Violation(
                one.at(SIZE),
                "the size of file systems is limited, so SizeInGiB has to be a number from 0");
    }
}
