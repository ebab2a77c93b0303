package io.hyperpodgateway.policy.check.cluster;

import static io.hyperpodgateway.policy.check.Asking.fixes;
import static io.hyperpodgateway.policy.check.Asking.forDocument;
import static io.hyperpodgateway.policy.check.Asking.messages;
import static io.hyperpodgateway.policy.check.Asking.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.match.WholePattern;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RequiredTagsTest {

    private static final TagDemand TEAMS = new TagDemand.OneOf(List.of("research", "vision"));
    private static final TagDemand DIGITS = new TagDemand.Matching(WholePattern.of("[0-9]{4}"));

    @Test
    void wantsTheTag() {
        assertThat(places(team(new TagDemand.AnyValue()), forDocument("{}")))
                .containsExactly("/Tags");
        assertThat(places(team(new TagDemand.AnyValue()), tags("{'Key': 'team', 'Value': 'x'}")))
                .containsExactly("/Tags");
        assertThat(places(team(new TagDemand.AnyValue()), tags("{'Key': 'Team', 'Value': ''}")))
                .isEmpty();
    }

    @Test
    void wantsOneOfTheValues() {
        assertThat(places(team(TEAMS), tags("{'Key': 'Team', 'Value': 'vision'}"))).isEmpty();
        assertThat(places(team(TEAMS), tags("{'Key': 'Team', 'Value': 'Vision'}")))
                .containsExactly("/Tags/0/Value");
    }

    @Test
    void mendsAValueInTheWrongCase() {
        assertThat(fixes(team(TEAMS), tags("{'Key': 'Team', 'Value': 'VISION'}")))
                .containsExactly(
                        "[{\"op\":\"replace\",\"path\":\"/Tags/0/Value\",\"value\":\"vision\"}]");
        assertThat(fixes(team(TEAMS), tags("{'Key': 'Team', 'Value': 'visions'}"))).isEmpty();
    }

    @Test
    void mendsNothingThatMayMeanTwoThings() {
        var both = new TagDemand.OneOf(List.of("prod", "PROD"));

        assertThat(fixes(team(both), tags("{'Key': 'Team', 'Value': 'Prod'}"))).isEmpty();
    }

    @Test
    void tellsOfAKeyInOtherCase() {
        var any = team(new TagDemand.AnyValue());

        assertThat(messages(any, tags("{'Key': 'TEAM', 'Value': 'x'}")))
                .containsExactly(
                        "the tag Team is missing (TEAM is another tag); it takes any value");
        assertThat(fixes(any, tags("{'Key': 'TEAM', 'Value': 'x'}"))).isEmpty();
    }

    @Test
    void wantsTheWholeValueToMatch() {
        assertThat(places(team(DIGITS), tags("{'Key': 'Team', 'Value': '1234'}"))).isEmpty();
        assertThat(places(team(DIGITS), tags("{'Key': 'Team', 'Value': '12345'}")))
                .containsExactly("/Tags/0/Value");
    }

    @Test
    void holdsEveryTagOfTheKeyToIt() {
        var asked =
                tags(
                        "{'Key': 'Team', 'Value': 'vision'}, {'Key': 'Other'},"
                                + " {'Key': 'Team'}, {'Key': 'Team', 'Value': 'x'}");

        assertThat(places(team(TEAMS), asked)).containsExactly("/Tags/2/Value", "/Tags/3/Value");
    }

    @Test
    void tellsWhatIsAllowed() {
        assertThat(messages(team(TEAMS), forDocument("{}")))
                .containsExactly("the tag Team is missing; it takes one of research, vision");
        assertThat(messages(team(DIGITS), tags("{'Key': 'Team', 'Value': ''}")))
                .containsExactly("the tag Team is \"\"; it takes a value that matches [0-9]{4}");
        assertThat(messages(team(DIGITS), tags("{'Key': 'Team'}")))
                .containsExactly(
                        "the tag Team is without a value; it takes a value that matches [0-9]{4}");
        assertThat(messages(team(new TagDemand.AnyValue()), forDocument("{}")))
                .containsExactly("the tag Team is missing; it takes any value");
    }

    private static RequiredTags team(TagDemand demand) {
        return new RequiredTags(new LinkedHashMap<>(Map.of("Team", demand)));
    }

    private static Asked tags(String tags) {
        return forDocument("{'Tags': [%s]}".formatted(tags));
    }
}
