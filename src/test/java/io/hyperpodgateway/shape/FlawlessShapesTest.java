package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.rules.SpecDocuments;
import io.hyperpodgateway.shape.ModelSamples.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/// The short way says that a document is flawless where the walk finds nothing in it.
class FlawlessShapesTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final ModelSamples SAMPLES = new ModelSamples(MODEL);

    @Test
    void agreesWithTheWalkOnEveryCase() throws IOException {
        List<JsonObject> documents = documents();

        assertThat(documents).allSatisfy(FlawlessShapesTest::expectAgreement);
        assertThat(documents.stream().map(FlawlessShapesTest::hold)).contains(true, false);
    }

    @ParameterizedTest
    @MethodSource("places")
    void agreesWithTheWalkOnBothSidesOfEveryConstraint(Place place) {
        for (Json value : new ValuesAround(MODEL).of(place.shape())) {
            expectAgreement(SAMPLES.document(place, value));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void agreesWithTheWalkOnDocumentsWithSeveralMistakes(long seed) throws IOException {
        var good = documents().stream().filter(FlawlessShapesTest::hold).toList();
        var mutations = new Mutations(seed, good);
        for (int i = 0; i < 500; i++) expectAgreement(mutations.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ClusterName':'a','Tags':[{'Team':'x'}]}",
                "{'ClusterName':'a','Tags':{'Team':'x'}}",
                "{'ClusterName':'a','Tags':[{'Key':'Team'}]}",
                "{'ClusterName':'a','Tags':[{'Key':'a b','Value':'a b'},{'Key':'a"
                        + " b','Value':'a!'}]}",
                "{'clusterName':'a'}",
                "{'ClusterName':null}",
            })
    void leavesToTheWalkWhatIsMeantOtherwise(String document) {
        assertThat(hold(SpecDocuments.document(document))).isFalse();
        expectAgreement(SpecDocuments.document(document));
    }

    /// A tag's value may hold what no cluster's name may, and texts of one hash are no one text.
    @Test
    void remembersWhatMatchedByShapeAndText() {
        assertThat("a-Aa".hashCode()).isEqualTo("a-BB".hashCode());
        for (String value : List.of("a_b", "a-Aa", "a-BB")) {
            expectAgreement(
                    SpecDocuments.document(
                            "{'ClusterName':'a-Aa','Tags':[{'Key':'a-BB','Value':'%s'}],'InstanceGroups':[{'InstanceGroupName':'%s'}]}"
                                    .formatted(value, value)));
        }
    }

    private static void expectAgreement(JsonObject document) {
        ShapeCheck walked =
                new Repairs(MODEL, new ShapeFindings(Level.WARN, new ShapeExample(MODEL)), document)
                        .check();

        assertThat(hold(document))
                .as(document.toText())
                .isEqualTo(walked.findings().isEmpty() && walked.repaired().equals(document));
    }

    private static boolean hold(JsonObject document) {
        return new FlawlessShapes(MODEL).hold(document);
    }

    private static List<JsonObject> documents() throws IOException {
        try (var cases = SchemaAgreementTest.cases()) {
            return cases.map(SchemaAgreementTest::request).toList();
        }
    }

    static List<Place> places() {
        return SAMPLES.places();
    }
}
