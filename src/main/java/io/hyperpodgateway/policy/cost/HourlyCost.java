package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a cluster costs an hour, by the operator's prices: an exact decimal sum, whatever its size.
///
/// @param groups the cost of each group, restricted ones included, in the order of the request
/// @param autoScales whether there may be more instances than are asked for
/// @param bringsStorage whether volumes or file systems are made, which have no prices here
public record HourlyCost(List<GroupCost> groups, boolean autoScales, boolean bringsStorage) {

    public HourlyCost {
        groups = List.copyOf(groups);
    }

    /// The cost of what is asked for.
    public static HourlyCost of(Asked asked, Prices prices) {
        var groups = new ArrayList<GroupCost>(asked.groups().size());
        for (AskedGroup group : asked.groups()) {
            groups.add(GroupCost.of(group, prices));
        }
        return new HourlyCost(groups, asked.request().autoScales(), asked.bringsStorage());
    }

    /// USD an hour: the sum of the parts.
    public BigDecimal total() {
        return parts().stream().map(CostPart::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Whether it may cost more than the total: a type has no price, a count or a type is not told,
    /// automatic scaling adds instances, or the request has storage.
    public boolean isAtLeast() {
        return autoScales || bringsStorage || !groups.stream().allMatch(GroupCost::isWhole);
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
        return JsonObject.of("total", Json.of(Usd.text(total())))
                .with("atLeast", Json.of(isAtLeast()))
                .with("currency", Json.of("USD"))
                .with("unpriced", JsonArray.ofTexts(unpriced()))
                .with(
                        "parts",
                        new JsonArray(parts().stream().<Json>map(CostPart::toJson).toList()));
    }

    List<CostPart> parts() {
        return groups.stream().flatMap(group -> group.part().stream()).toList();
    }
}
