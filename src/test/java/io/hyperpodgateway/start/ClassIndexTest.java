package io.hyperpodgateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.start.ClassIndex.ClassLocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class ClassIndexTest {

    @Test
    void findsEveryClassAndNoOther() {
        List<ClassLocation> places =
                IntStream.range(0, 5000)
                        .mapToObj(i -> new ClassLocation("a.b.Class" + i, 7 * i, i + 1))
                        .toList();
        var index = new ClassIndex(ClassIndex.of(places));

        for (ClassLocation place : places) {
            int found = index.find(place.name());
            assertThat(index.offset(found)).isEqualTo(place.offset());
            assertThat(index.length(found)).isEqualTo(place.length());
        }
        assertThat(index.find("a.b.Class5000")).isNegative();
        assertThat(index.find("java.lang.String")).isNegative();
        assertThat(index.find("")).isNegative();
    }

    @Test
    void distinguishesNamesOfOneHash() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        var index =
                new ClassIndex(
                        ClassIndex.of(
                                List.of(
                                        new ClassLocation("Aa", 1, 10),
                                        new ClassLocation("BB", 2, 20))));

        assertThat(index.offset(index.find("Aa"))).isEqualTo(1);
        assertThat(index.offset(index.find("BB"))).isEqualTo(2);
        assertThat(
                        new ClassIndex(ClassIndex.of(List.of(new ClassLocation("Aa", 1, 10))))
                                .find("BB"))
                .isNegative();
    }

    @Test
    void mayBeEmpty() {
        assertThat(new ClassIndex(ClassIndex.of(List.of())).find("a.A")).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 8, 51, 59, 61})
    void reportsThatItIsIncomplete(int bytes) {
        byte[] whole = ClassIndex.of(List.of(new ClassLocation("Aa", 1, 10)));
        assertThat(whole).hasSize(60);

        assertThatThrownBy(() -> new ClassIndex(Arrays.copyOf(whole, bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has " + bytes + " bytes");
        assertThatThrownBy(() -> new ClassIndex(new byte[100]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNamesThatHashToNegativeNumbers() {
        String name = "io.hyperpodgateway.start.GatewayEntryPoint";
        while (name.hashCode() >= 0) name += "x";
        var index = new ClassIndex(ClassIndex.of(List.of(new ClassLocation(name, 3, 4))));

        assertThat(index.offset(index.find(name))).isEqualTo(3);
    }
}
