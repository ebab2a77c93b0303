package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import java.math.BigDecimal;
import java.util.List;

/// What a cluster costs an hour, by the operator's prices: an exact decimal sum, whatever its size.
///
/// @param groups the cost of each group, restricted ones included, in the order of the request
/// @param autoScales whether there may be more instances than the request has
/// @param hasStorage whether volumes or file systems are created, which have no prices here
public record HourlyCost(List<GroupCost> groups, boolean autoScales, boolean hasStorage) {

    public HourlyCost {
        groups = List.copyOf(groups);
    }

    /// The cost of a request.
    public static HourlyCost of(ClusterRequest request, Prices prices) {
        return new HourlyCost(
                request.groups().stream().map(group -> GroupCost.of(group, prices)).toList(),
                request.autoScales(),
                hasStorage(request));
    }

    /// Whether volumes or file systems are created besides the root volume that every instance has.
    private static boolean hasStorage(ClusterRequest request) {
        return !request.createdFileSystems().isEmpty()
                || request.groups().stream()
                        .flatMap(group -> group.volumes().stream())
                        .anyMatch(volume -> !volume.isRoot() || volume.size().isPresent());
    }

    /// USD an hour: the sum of the parts.
    public BigDecimal total() {
        return groups.stream().map(GroupCost::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether it may cost more than the total: a type has no price, a count or a type cannot be
    /// read, automatic scaling adds instances, or the request has storage.
    public boolean isAtLeast() {
        return autoScales || hasStorage || !groups.stream().allMatch(GroupCost::isWhole);
    }

    /// The types without a price, each once, in the order of the request.
    public List<String> unpriced() {
        return groups.stream()
                .flatMap(group -> group.unpriced().values().stream())
                .distinct()
                .toList();
    }

    /// `{"total", "atLeast", "currency", "unpriced": [types], "parts": [{"group", "instanceType",
    /// "count", "price", "sum"}]}`, money as decimal strings. The part of a group that lists
    /// several types is that of the dearest; a group of unknown cost has none.
    public JsonObject toJson() {
        return JsonObject.of("total", Json.of(Prices.usd(total())))
                .with("atLeast", Json.of(isAtLeast()))
                .with("currency", Json.of("USD"))
                .with("unpriced", JsonArray.ofTexts(unpriced()))
                .with(
                        "parts",
                        new JsonArray(parts().stream().<Json>map(GroupCost.Part::toJson).toList()));
    }

    List<GroupCost.Part> parts() {
        return groups.stream().flatMap(group -> group.part().stream()).toList();
    }
}
