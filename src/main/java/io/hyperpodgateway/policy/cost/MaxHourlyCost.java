package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.BindingLists;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The cluster stays within an amount of money an hour.
///
/// What cannot be summed up is told, never taken for free: a type without a price, a count that is
/// not told, automatic scaling. A sum that goes over is told at the count with which it does.
///
/// @param most USD an hour
/// @param prices by what it is reckoned
/// @param autoScaling whether automatic scaling is allowed nevertheless
public record MaxHourlyCost(BigDecimal most, Prices prices, boolean autoScaling) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxHourlyCost";

    private static final int MAX_TYPE = 100;
    private static final JsonPointer MODE = JsonPointer.of("AutoScaling", "Mode");

    public MaxHourlyCost {
        Objects.requireNonNull(most);
        Objects.requireNonNull(prices);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        HourlyCost cost = HourlyCost.of(asked, prices);
        Stream<Violation> over =
                Overrun.of(cost, most).stream()
                        .map(overrun -> new Violation(overrun.place(), overrun.words()));
        if (!cost.isAtLeast()) return over;
        return Stream.of(
                        scaling(cost),
                        uncounted(asked.groups()),
                        untyped(asked.groups()),
                        unpriced(cost, asked.lists()),
                        over)
                .flatMap(violations -> violations);
    }

    @Override
    public String words() {
        return "the cluster costs at most %s USD an hour, by the prices of the policy%s"
                .formatted(limit(), autoScaling ? "" : "; no automatic scaling");
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, new JsonNumber(most.toPlainString()));
    }

    /// The limit as a decimal string, USD an hour.
    public String limit() {
        return Usd.text(most);
    }

    private Stream<Violation> scaling(HourlyCost cost) {
        if (autoScaling || !cost.autoScales()) return Stream.empty();
        return Stream.of(
                new Violation(
                        MODE,
                        "Enable is not allowed: with automatic scaling InstanceCount is no ceiling,"
                                + " and the cost is limited"));
    }

    private static Stream<Violation> uncounted(List<AskedGroup> groups) {
        return groups.stream()
                .filter(group -> group.count().isEmpty())
                .map(group ->
                        new Violation(
                                group.at("InstanceCount"),
                                "the cost is limited, so InstanceCount has to be a number from 0"));
    }

    private static Stream<Violation> untyped(List<AskedGroup> groups) {
        return groups.stream()
                .filter(group -> group.types().isEmpty())
                .map(group ->
                        new Violation(
                                group.at("InstanceType"),
                                "the cost is limited, so the group has to tell its instance type"));
    }

    private Stream<Violation> unpriced(HourlyCost cost, BindingLists lists) {
        if (cost.unpriced().isEmpty()) return Stream.empty();
        String priced = lists.typesAmong(prices.byType().keySet());
        return cost.groups().stream()
                .flatMap(group -> group.unpriced().entrySet().stream())
                .map(type ->
                        new Violation(
                                type.getKey(),
                                "%s has no price in the policy, and the cost is limited; allowed for you: %s"
                                        .formatted(term(type.getValue()), priced)));
    }

    private static String term(String type) {
        if (type.isEmpty()) return "\"\"";
        return Excerpt.of(type, MAX_TYPE);
    }
}
