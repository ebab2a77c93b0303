package io.hyperpodgateway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Every text of CreateCluster's document is classified for policy: as a reference or as harmless.
class UnclassifiedTest {

    @Test
    void nothingOfTheModelInTheProjectIsUnclassified() throws IOException {
        assertThat(Unclassified.sentences(Models.of(Models.project()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'string'} | New | (?s).*a text: add it to a kind of ReferenceKind.*else to HarmlessMembers",
                "{'type':'structure','members':{'Deep':{'shape':'Plain'}}} | New/Deep | .*ReferenceKind.*",
                "{'type':'list','member':{'shape':'Plain'}} | New/* | .*ReferenceKind.*",
                "{'type':'map','key':{'shape':'Plain'},'value':{'shape':'Whole'}} | New | .*a map: callers choose its names.*HarmlessMembers.MAPS.*",
                "{'type':'string','enum':['a','b']} | New | .*one of a, b: it names nothing of anybody's, add it to HarmlessMembers",
                "{'type':'timestamp'} | New | .*a time: it names nothing of anybody's, add it to HarmlessMembers",
            })
    void namesWhatIsNotClassified(String shape, String path, String words) throws IOException {
        String parent = "InstanceGroups/*/LifeCycleConfig/";

        assertThat(newly(grown(shape)))
                .singleElement()
                .asString()
                .startsWith(parent + path + " is not classified, ")
                .matches(words);
    }

    @Test
    void namesTheValuesOfAMapToo() throws IOException {
        JsonObject grown =
                grown("{'type':'map','key':{'shape':'Plain'},'value':{'shape':'Plain'}}");

        assertThat(newly(grown))
                .extracting(sentence -> sentence.substring(0, sentence.indexOf(' ')))
                .containsExactly(
                        "InstanceGroups/*/LifeCycleConfig/New",
                        "InstanceGroups/*/LifeCycleConfig/New/{}");
    }

    @ParameterizedTest
    @CsvSource({"{'type':'integer'}", "{'type':'boolean'}"})
    void saysNothingOfWhatHoldsNoText(String shape) throws IOException {
        assertThat(newly(grown(shape))).isEmpty();
    }

    @Test
    void namesWhatIsClassifiedAndInNoModel() throws IOException {
        JsonObject members = members(Models.project());

        assertThat(newly(lifecycle(members.without("SourceS3Uri"))))
                .containsExactly(
                        "InstanceGroups/*/LifeCycleConfig/SourceS3Uri is classified and not in the"
                                + " model: take it out of ReferenceKind or HarmlessMembers");
    }

    /// The messages for that model that the project's own does not cause.
    private static List<String> newly(JsonObject model) throws IOException {
        var sentences = new ArrayList<>(Unclassified.sentences(Models.of(model)));
        sentences.removeAll(Unclassified.sentences(Models.of(Models.project())));
        return sentences;
    }

    /// The project's model with one more member, deeply nested.
    private static JsonObject grown(String shape) throws IOException {
        JsonObject members =
                members(Models.project()).with("New", JsonObject.of("shape", Json.of("New")));
        JsonObject model = Models.with(lifecycle(members), Models.json(shape), "shapes", "New");
        model = Models.with(model, Models.json("{'type':'integer'}"), "shapes", "Whole");
        return Models.with(model, Models.json("{'type':'string'}"), "shapes", "Plain");
    }

    private static JsonObject members(JsonObject model) {
        return Models.at(model, "shapes", "ClusterLifeCycleConfig", "members");
    }

    private static JsonObject lifecycle(JsonObject members) throws IOException {
        return Models.with(
                Models.project(), members, "shapes", "ClusterLifeCycleConfig", "members");
    }
}
