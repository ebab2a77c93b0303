package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.fixes;
import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RequiredTagsTest {

    private static final TagDemand TEAMS = new TagDemand.OneOf(List.of("research", "vision"));
    private static final TagDemand DIGITS = new TagDemand.Matching(WholePattern.of("[0-9]{4}"));

    @Test
    void requiresTheTag() {
        assertThat(places(team(new TagDemand.AnyValue()), forDocument("{}")))
                .containsExactly("/Tags");
        assertThat(places(team(new TagDemand.AnyValue()), tags("{'Key': 'team', 'Value': 'x'}")))
                .containsExactly("/Tags");
        assertThat(places(team(new TagDemand.AnyValue()), tags("{'Key': 'Team', 'Value': 'x'}")))
                .isEmpty();
    }

    /// Blanks, control and format characters, marks without a letter, and letters and symbols that
    /// look like blanks.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "\\t",
                "\\n\\r",
                "\\u0000",
                "\\u0085",
                "\\u007f",
                "\\u00a0",
                "\\u00ad",
                "\\u034f",
                "\\u061c",
                "\\u115f",
                "\\u1160",
                "\\u1680",
                "\\u17b4",
                "\\u180e",
                "\\u2003",
                "\\u200b",
                "\\u200c\\u200d",
                "\\u2028",
                "\\u202e",
                "\\u2060",
                "\\u2065",
                "\\u2800",
                "\\u3000",
                "\\u3164",
                "\\ufe0f",
                "\\ufeff",
                "\\uffa0",
                "\\ufff9",
                "\\ue000",
                "\\u0301",
                "\\ud834\\udd59",
                "\\udb40\\udc20",
                "\\udb40\\udd00",
                " \\u200b \\u2800"
            })
    void takesNoValueInWhichThereIsNothingToSee(String value) {
        assertThat(
                        places(
                                team(new TagDemand.AnyValue()),
                                tags("{'Key': 'Team', 'Value': '%s'}".formatted(value))))
                .containsExactly("/Tags/0/Value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-", "0", ".", " x ", "\\u200bx", "é", "日本", "e\\u0301", "😀", "ا"})
    void takesEveryValueWithSomethingToSee(String value) {
        assertThat(
                        places(
                                team(new TagDemand.AnyValue()),
                                tags("{'Key': 'Team', 'Value': '%s'}".formatted(value))))
                .isEmpty();
    }

    @Test
    void callsBlankWhatCannotBeSeen() {
        var any = team(new TagDemand.AnyValue());

        assertThat(messages(any, tags("{'Key': 'Team', 'Value': '\\u3000'}")))
                .containsExactly(
                        "the tag Team is blank; it takes any value with a visible character");
        assertThat(messages(any, tags("{'Key': 'Team', 'Value': ''}")))
                .containsExactly(
                        "the tag Team is \"\"; it takes any value with a visible character");
    }

    @Test
    void requiresOneOfTheValues() {
        assertThat(places(team(TEAMS), tags("{'Key': 'Team', 'Value': 'vision'}"))).isEmpty();
        assertThat(places(team(TEAMS), tags("{'Key': 'Team', 'Value': 'Vision'}")))
                .containsExactly("/Tags/0/Value");
    }

    @Test
    void mendsAValueInTheWrongCase() {
        assertThat(fixes(team(TEAMS), tags("{'Key': 'Team', 'Value': 'VISION'}")))
                .containsExactly(
                        "{\"op\":\"replace\",\"path\":\"/Tags/0/Value\",\"value\":\"vision\"}");
        assertThat(fixes(team(TEAMS), tags("{'Key': 'Team', 'Value': 'visions'}"))).isEmpty();
    }

    @Test
    void mendsNothingThatMayMeanTwoThings() {
        var both = new TagDemand.OneOf(List.of("prod", "PROD"));

        assertThat(fixes(team(both), tags("{'Key': 'Team', 'Value': 'Prod'}"))).isEmpty();
    }

    @Test
    void namesAKeyInAnotherCase() {
        var any = team(new TagDemand.AnyValue());

        assertThat(messages(any, tags("{'Key': 'TEAM', 'Value': 'x'}")))
                .containsExactly(
                        "the tag Team is missing (TEAM is another tag); it takes any value with a"
                                + " visible character");
        assertThat(fixes(any, tags("{'Key': 'TEAM', 'Value': 'x'}"))).isEmpty();
    }

    @Test
    void requiresTheWholeValueToMatch() {
        assertThat(places(team(DIGITS), tags("{'Key': 'Team', 'Value': '1234'}"))).isEmpty();
        assertThat(places(team(DIGITS), tags("{'Key': 'Team', 'Value': '12345'}")))
                .containsExactly("/Tags/0/Value");
    }

    @Test
    void holdsEveryTagOfTheKeyToIt() {
        var request =
                tags(
                        "{'Key': 'Team', 'Value': 'vision'}, {'Key': 'Other'},"
                                + " {'Key': 'Team'}, {'Key': 'Team', 'Value': 'x'}");

        assertThat(places(team(TEAMS), request)).containsExactly("/Tags/2/Value", "/Tags/3/Value");
    }

    @Test
    void namesWhatIsAllowed() {
        assertThat(messages(team(TEAMS), forDocument("{}")))
                .containsExactly("the tag Team is missing; it takes one of research, vision");
        assertThat(messages(team(DIGITS), tags("{'Key': 'Team', 'Value': ''}")))
                .containsExactly("the tag Team is \"\"; it takes a value that matches [0-9]{4}");
        assertThat(messages(team(DIGITS), tags("{'Key': 'Team'}")))
                .containsExactly(
                        "the tag Team is without a value; it takes a value that matches [0-9]{4}");
        assertThat(messages(team(new TagDemand.AnyValue()), forDocument("{}")))
                .containsExactly(
                        "the tag Team is missing; it takes any value with a visible character");
    }

    private static RequiredTags team(TagDemand demand) {
        return new RequiredTags(new LinkedHashMap<>(Map.of("Team", demand)));
    }

    private static ClusterRequest tags(String tags) {
        return forDocument("{'Tags': [%s]}".formatted(tags));
    }
}
