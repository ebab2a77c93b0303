package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What holds for every request, tried on random ones; the seed is the test's name.
class RandomCostsTest {

    private static final int TYPES = 12;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totalsTheSumsOfTheParts(long seed) {
        var world = new World(seed);
        JsonObject cost = HourlyCost.of(world.request(), world.prices).toJson();

        BigDecimal sum = BigDecimal.ZERO;
        for (Json part : cost.items("parts")) {
            BigDecimal recorded = money(part, "sum");
            long count = ((JsonObject) part).integer("count").orElseThrow();
            assertThat(money(part, "price").multiply(BigDecimal.valueOf(count)))
                    .isEqualByComparingTo(recorded);
            sum = sum.add(recorded);
        }
        assertThat(money(cost, "total")).isEqualByComparingTo(sum);
        assertThat(cost.text("total").orElseThrow()).matches("[0-9]+\\.[0-9]{2,}");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void costsTheSameInEveryOrder(long seed) {
        var world = new World(seed);
        HourlyCost cost = HourlyCost.of(world.request(), world.prices);
        Collections.shuffle(world.groups, world.random);
        HourlyCost shuffled = HourlyCost.of(world.request(), world.prices);

        assertThat(Prices.usd(shuffled.total())).isEqualTo(Prices.usd(cost.total()));
        assertThat(shuffled.isAtLeast()).isEqualTo(cost.isAtLeast());
        assertThat(shuffled.unpriced()).containsExactlyInAnyOrderElementsOf(cost.unpriced());
        assertThat(shuffled.parts()).containsExactlyInAnyOrderElementsOf(cost.parts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refusesWhatCostsMoreThanTheLimit(long seed) {
        var world = new World(seed);
        ClusterRequest request = world.request();
        JsonObject cost = HourlyCost.of(request, world.prices).toJson();
        BigDecimal total = money(cost, "total");
        boolean known = cost.get("atLeast").orElseThrow().equals(Json.of(false));

        for (BigDecimal most : world.limitsAround(total)) {
            boolean within = total.compareTo(most) <= 0;
            assertThat(places(new MaxHourlyCost(most, world.prices, false), request).isEmpty())
                    .isEqualTo(within && known);
        }
    }

    private static BigDecimal money(Json object, String member) {
        return new BigDecimal(((JsonObject) object).text(member).orElseThrow());
    }

    /// Random prices, and groups of types of which some have none.
    private static final class World {

        private final Random random;
        private final Prices prices;
        private final List<String> groups = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            int priced = random.nextBoolean() ? TYPES : TYPES - 1;
            prices =
                    Priced.prices(
                            IntStream.range(0, priced)
                                    .boxed()
                                    .flatMap(i -> Stream.of("t" + i, price()))
                                    .toArray(String[]::new));
            int count = random.nextInt(1, 12);
            for (int i = 0; i < count; i++) {
                groups.add(group(i));
            }
        }

        ClusterRequest request() {
            return forGroups(groups.toArray(String[]::new));
        }

        List<BigDecimal> limitsAround(BigDecimal total) {
            var little = new BigDecimal("0.000000000000000001");
            return List.of(
                    little,
                    total.subtract(little),
                    total,
                    total.add(little),
                    BigDecimal.TEN.pow(30));
        }

        private String price() {
            return BigDecimal.valueOf(random.nextLong(1, 10_000_000), random.nextInt(0, 9))
                    .toPlainString();
        }

        private String group(int i) {
            long count = random.nextInt(10) == 0 ? random.nextLong(1L << 60) : random.nextInt(7000);
            if (random.nextBoolean()) return Priced.group("g" + i, type(), count);
            return Priced.flexible("g" + i, type() + "," + type() + "," + type(), count);
        }

        private String type() {
            return "t" + random.nextInt(TYPES);
        }
    }
}
