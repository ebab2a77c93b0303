package io.hyperpodgateway.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class GlobRelationTest {

    @ParameterizedTest
    @CsvSource({
        "ml.*,           ml.g5.*,              true",
        "ml.g5.*,        ml.*,                 false",
        "ml.g5.*,        ml.g5.xlarge,         true",
        "ml.g?.*,        ml.g5.*,              true",
        "ml.g?.*,        ml.g*.x,              false",
        "*,              arn:aws:x,            true",
        "*x,             *,                    false",
        "arn:*,          arn:aws:x,            false",
        "arn:*:x,        arn:a?s:x,            true",
        "a**,            a*,                   true",
        "s3://a*/*,      s3://a-b/x/*,         true",
        "s3://a*,        s3://a/b,             false",
        "s3://a*,        s3://ab,              true",
        "s3://a*b/*,     s3://a/b/c,           false",
        "s*,             s3://a/b,             false",
        "s3*,            *,                    false",
        "subnet-*,       subnet-1,             true",
        "S3://a/*,       S3://a/b,             false",
    })
    void coversWhatCertainlyMatchesToo(String one, String other, boolean covers) {
        assertThat(GlobRelation.covers(new Glob(one), new Glob(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "ml.g5.*,   ml.*.xlarge,  true",
        "ml.g5.*,   ml.p5.*,      false",
        "ml.g5.*,   ml.g5.x,      true",
        "ml.g5.?,   ml.g5.xl,     false",
        "a:*,       a*,           false",
        "a?,        a#,           false",
        "*,         b,            true",
        "a*c,       ?b?,          true",
        "a*,        b,            false",
        "a,         a*,           true",
        "a*,        a,            true",
        "*a*,       *b*,          true",
    })
    void mayMeetWhereAValueIsOnBoth(String one, String other, boolean meets) {
        assertThat(GlobRelation.mayMeet(new Glob(one), new Glob(other))).isEqualTo(meets);
        assertThat(GlobRelation.mayMeet(new Glob(other), new Glob(one))).isEqualTo(meets);
    }

    @Test
    void isCarefulWithWhatIsLong() {
        var one = new Glob("a".repeat(101));
        var other = new Glob("b".repeat(100));

        assertThat(GlobRelation.mayMeet(one, other)).isTrue();
        assertThat(GlobRelation.covers(one, new Glob("a".repeat(101)))).isTrue();
        assertThat(GlobRelation.covers(new Glob("*a"), new Glob("a".repeat(10_000)))).isFalse();
        assertThat(GlobRelation.covers(new Glob("?".repeat(100)), new Glob("a".repeat(100))))
                .isTrue();
        assertThat(GlobRelation.mayMeet(new Glob("a".repeat(100)), other)).isFalse();
    }

    @Test
    void neverContradictsWhatMatches() {
        var random = new Random(6);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) values.add("s3://" + text(random, "ab/:#", 5));
        for (int i = 0; i < 300; i++) values.add(text(random, "ab/:#", 4));
        int covered = 0;
        int apart = 0;
        for (int i = 0; i < 3_000; i++) {
            String prefix = i % 2 == 0 ? "s3://" : "";
            var one = new Glob(prefix + text(random, "ab/:*?", 4));
            var other = new Glob(prefix + text(random, "ab/:*?", 4));
            boolean covers = GlobRelation.covers(one, other);
            boolean meets = GlobRelation.mayMeet(one, other);
            covered += covers ? 1 : 0;
            apart += meets ? 0 : 1;
            for (String value : values) {
                if (!other.matches(value)) continue;
                if (covers)
                    assertThat(one.matches(value)).as("%s %s %s", one, other, value).isTrue();
                if (!meets)
                    assertThat(one.matches(value)).as("%s %s %s", one, other, value).isFalse();
            }
        }
        assertThat(covered).isPositive();
        assertThat(apart).isPositive();
    }

    private static String text(Random random, String letters, int most) {
        var text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++)
            text.append(letters.charAt(random.nextInt(letters.length())));
        return text.toString();
    }
}
