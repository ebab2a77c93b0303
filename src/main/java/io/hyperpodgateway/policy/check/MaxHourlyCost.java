package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.GroupCost.Part;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The cluster stays within an amount of money an hour.
///
/// What cannot be summed up is reported, never taken for free: a type without a price, a count that
/// cannot be read, automatic scaling. A sum over the limit is reported at the count with which it
/// goes over.
///
/// @param most USD an hour
/// @param prices by which the cost is calculated
/// @param autoScaling whether automatic scaling is allowed nevertheless
public record MaxHourlyCost(BigDecimal most, Prices prices, boolean autoScaling) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxHourlyCost";

    private static final int MAX_TYPE = 100;
    private static final int MAX_PARTS = 10;

    public MaxHourlyCost {
        Objects.requireNonNull(most);
        Objects.requireNonNull(prices);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        HourlyCost cost = HourlyCost.of(request, prices);
        return Stream.of(
                        scaling(cost, findings),
                        uncounted(request.groups(), findings),
                        untyped(request.groups(), findings),
                        unpriced(cost, findings),
                        over(cost, findings))
                .flatMap(found -> found);
    }

    @Override
    public JsonObject limits() {
        return JsonObject.of(NAME, Json.of(Prices.usd(most)));
    }

    @Override
    public Optional<Boolean> allowsAutoScaling() {
        return Optional.of(autoScaling);
    }

    @Override
    public String description() {
        return "the cluster costs at most %s USD an hour, by the prices of the policy%s"
                .formatted(Prices.usd(most), autoScaling ? "" : "; no automatic scaling");
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, new JsonNumber(most.toPlainString()));
    }

    private Stream<Finding> scaling(HourlyCost cost, FindingFactory findings) {
        if (autoScaling || !cost.autoScales()) return Stream.empty();
        return Stream.of(
                findings.at(
                        ClusterRequest.AUTO_SCALING_MODE,
                        "Enable is not allowed: with automatic scaling InstanceCount is no ceiling,"
                                + " and the cost is limited"));
    }

    private static Stream<Finding> uncounted(List<InstanceGroup> groups, FindingFactory findings) {
        return groups.stream()
                .filter(group -> group.instanceCount().isEmpty())
                .map(group ->
                        findings.at(
                                group.at("InstanceCount"),
                                "the cost is limited, so InstanceCount has to be a number from 0"));
    }

    private static Stream<Finding> untyped(List<InstanceGroup> groups, FindingFactory findings) {
        return groups.stream()
                .filter(group -> group.instanceTypes().isEmpty())
                .map(group ->
                        findings.at(
                                group.at("InstanceType"),
                                "the cost is limited, so the group needs an instance type"));
    }

    private Stream<Finding> unpriced(HourlyCost cost, FindingFactory findings) {
        return cost.groups().stream()
                .flatMap(group -> group.unpriced().entrySet().stream())
                .map(type -> findings.at(type.getKey(), unpriced(type.getValue())));
    }

    private String unpriced(String type) {
        return "%s has no price in the policy, and the cost is limited; types with a price: %s"
                .formatted(
                        type.isEmpty() ? "\"\"" : Excerpt.of(type, MAX_TYPE),
                        Excerpt.list(prices.byType().keySet()));
    }

    private Stream<Finding> over(HourlyCost cost, FindingFactory findings) {
        return Excess.over(most, cost.groups(), GroupCost::sum).stream()
                .map(over -> findings.at(over.part().group().at("InstanceCount"), refusal(cost)));
    }

    /// The sum, the limit, what is over, and as many parts as a message has room for, the dearest
    /// first.
    private String refusal(HourlyCost cost) {
        BigDecimal total = cost.total();
        String sum =
                "the cluster costs %s%s USD an hour, at most %s is allowed (%s over)"
                        .formatted(
                                cost.isAtLeast() ? "at least " : "",
                                Prices.usd(total),
                                Prices.usd(most),
                                Prices.usd(total.subtract(most)));
        return sum + parts(cost, Excerpt.MAX_SENTENCE - sum.length());
    }

    private static String parts(HourlyCost cost, int room) {
        List<Part> dearest =
                cost.parts().stream()
                        .filter(part -> part.count() > 0)
                        .sorted(Comparator.comparing(Part::sum).reversed())
                        .toList();
        var shown = new ArrayList<String>();
        for (Part part : dearest) {
            shown.add(part.description());
            boolean fits = listed(shown, dearest.size() - shown.size()).length() <= room;
            if (fits && shown.size() <= MAX_PARTS) continue;
            shown.removeLast();
            break;
        }
        return listed(shown, dearest.size() - shown.size());
    }

    private static String listed(List<String> shown, int left) {
        if (shown.isEmpty()) return ", in %d groups".formatted(left);
        String more = left > 0 ? " and %d more".formatted(left) : "";
        return ": " + String.join(", ", shown) + more;
    }
}
