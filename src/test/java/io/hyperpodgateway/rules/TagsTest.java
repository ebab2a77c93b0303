package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TagsTest {

    @Test
    void leavesOneTagToTheGateway() {
        assertThat(check(numbered(49))).isEmpty();
        assertThat(check(numbered(50))).containsExactly("tags /Tags");
        assertThat(check(numbered(60))).containsExactly("tags /Tags");
    }

    @Test
    void refusesKeysOfAwsInAnyLetterCase() {
        assertThat(check(keys("aws:a", "AWS:b", "aWs:", "xaws:", "aws", "aw\u017f:x", "\uff41ws:")))
                .containsExactly("tags /Tags/0/Key", "tags /Tags/1/Key", "tags /Tags/2/Key");
    }

    @Test
    void refusesEveryRepetitionOfAKey() {
        assertThat(check(keys("a", "b", "a", "A", "a")))
                .containsExactly("tags /Tags/2/Key", "tags /Tags/4/Key");
    }

    @Test
    void tellsAllAtOnce() {
        assertThat(check(keys("aws:a", "aws:a")))
                .containsExactly("tags /Tags/0/Key", "tags /Tags/1/Key", "tags /Tags/1/Key");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'Tags':[1,{'Key':1},{},{'Key':null}]}")).isEmpty();
        assertThat(check("{'Tags':'aws:'}")).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("tags").check(request(document)).toList());
    }

    private static String numbered(int count) {
        return keys(IntStream.range(0, count).mapToObj(i -> "k" + i).toArray(String[]::new));
    }

    private static String keys(String... keys) {
        return List.of(keys).stream()
                .map("{'Key':'%s','Value':''}"::formatted)
                .collect(Collectors.joining(",", "{'Tags':[", "]}"));
    }
}
