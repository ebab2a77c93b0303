package io.hyperpodgateway.admission.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperpodgateway.audit.RequestHistory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class IdempotencyKeyTest {

    private static final String ACCOUNT = "111122223333";
    private static final String ROLE = "arn:aws:iam::111122223333:role/ml-research";

    static Stream<String> good() {
        return Stream.of("k", "!", "~", "a:b", "x".repeat(255), visible());
    }

    static Stream<String> bad() {
        return Stream.of(
                "", "x".repeat(256), "a,b", "a, a", " a", "x y", "x\t", "\u007f", "ä", "😀");
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesVisibleAscii(String text) {
        assertThat(IdempotencyKey.validate(text)).isEmpty();
        assertThat(new IdempotencyKey(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesAllElseWithoutQuotingIt(String text) {
        assertThat(IdempotencyKey.validate(text))
                .hasValueSatisfying(problem -> {
                    assertThat(problem).startsWith("Idempotency-Key");
                    if (text.length() > 2) assertThat(problem).doesNotContain(text);
                });
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
    }

    /// Computed by `printf %s '7:stories12:...' | sha256sum`.
    @ParameterizedTest
    @CsvSource({
        "stories, 38b3a875a5baba799631b15c9614db0f",
        "größe, f1aede03f67eb683f82566ec2f77f374"
    })
    void goesUnderTheHashOfItsFourParts(String gateway, String digits) {
        assertThat(new IdempotencyKey("key-1").requestId(gateway, ACCOUNT, ROLE))
                .isEqualTo("r-" + digits)
                .matches(RequestHistory::isRequestId);
    }

    @Test
    void goesUnderAnotherIdWhateverPartDiffers() {
        var ids = new HashSet<String>();
        ids.add(id("g", "1", "p", "k"));
        ids.add(id("h", "1", "p", "k"));
        ids.add(id("g", "2", "p", "k"));
        ids.add(id("g", "1", "q", "k"));
        ids.add(id("g", "1", "p", "l"));
        assertThat(ids).hasSize(5);
    }

    @Test
    void letsNoPartReachIntoTheNext() {
        List<String> ids =
                List.of(
                        id("g", "1", "p", "qk"),
                        id("g", "1", "pq", "k"),
                        id("g", "1p", "q", "k"),
                        id("g1", "", "pq", "k"),
                        id("g", "1", "p2:qk", "k"),
                        id("g", "1", "p", "2:qk1:k"));
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static String id(String gateway, String account, String principal, String key) {
        return new IdempotencyKey(key).requestId(gateway, account, principal);
    }

    private static String visible() {
        return IntStream.rangeClosed('!', '~')
                .filter(c -> c != ',')
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }
}
