package io.hyperpodgateway.drift.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.drift.Models;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;

class ReductionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-14");

    @Test
    void leavesTheModelInTheProjectByteByByte() throws Exception {
        ModelFile file = ModelFile.read(Models.PROJECT);

        assertThat(Reduction.text(file.model(), file.date()))
                .isEqualTo(Files.readString(Models.PROJECT));
    }

    @Test
    void isDoneAfterOnce() {
        String once = Reduction.text(Models.of(whole()), DAY);
        Model again = Models.of(Models.read(once.getBytes(StandardCharsets.UTF_8)));

        assertThat(Reduction.text(again, DAY)).isEqualTo(once);
    }

    @Test
    void keepsWhatIsReachedInTheOrderOfNames() {
        JsonObject reduced = Reduction.of(Models.of(whole()), DAY);

        assertThat(reduced.members())
                .containsOnlyKeys("version", "metadata", "operations", "shapes");
        assertThat(Models.at(reduced, "operations").members().keySet())
                .containsExactlyElementsOf(Model.OPERATIONS);
        assertThat(Models.at(reduced, "shapes").members().keySet())
                .containsExactly("Conflict", "In", "Names", "Out", "Text");
    }

    @Test
    void keepsFactsAndNoTexts() {
        JsonObject reduced = Reduction.of(Models.of(whole()), DAY);

        assertThat(Models.at(reduced, "shapes", "In"))
                .isEqualTo(
                        Models.json(
                                "{'type':'structure','required':['Name'],'members':{"
                                        + "'documentation':{'shape':'Text'},"
                                        + "'Name':{'shape':'Text','locationName':'name','idempotencyToken':true,"
                                        + "'deprecated':true},'Names':{'shape':'Names'}}}"));
        assertThat(Models.at(reduced, "shapes", "Text"))
                .isEqualTo(Models.json("{'type':'string','sensitive':true,'max':5}"));
        assertThat(Models.at(reduced, "shapes", "Conflict"))
                .isEqualTo(
                        Models.json(
                                "{'type':'structure','members':{},'error':{'httpStatusCode':409},"
                                        + "'exception':true}"));
        assertThat(Models.at(reduced, "operations", "CreateCluster"))
                .isEqualTo(
                        Models.json(
                                "{'http':{'method':'POST'},'input':{'shape':'In'},"
                                        + "'errors':[{'shape':'Conflict'}]}"));
    }

    @Test
    void keepsTheOrderInWhichAShapeIsDescribed() throws IOException {
        JsonObject reduced = Reduction.of(Models.of(whole()), DAY);

        assertThat(Models.at(reduced, "shapes", "In").members().keySet())
                .containsExactly("type", "required", "members");
        assertThat(Models.at(reduced, "shapes", "In", "members").members().keySet())
                .containsExactly("documentation", "Name", "Names");
    }

    @Test
    void setsTheDate() {
        JsonObject dated = Models.with(whole(), Json.of("2001-01-01"), "metadata", "date");

        assertThat(Models.at(Reduction.of(Models.of(dated), DAY), "metadata").text("date"))
                .contains("2026-12-14");
    }

    /// A model as AWS writes it: with unused parts, unordered, and documented.
    private static JsonObject whole() {
        return Models.json(
                """
                {'version':'2.0','metadata':{'serviceId':'SageMaker','apiVersion':'2017-07-24'},
                 'operations':{
                   'ListTags':{},'ListClusters':{'documentation':'<p>x</p>'},
                   'AddTags':{'input':{'shape':'Unused'}},
                   'DescribeCluster':{'output':{'shape':'Out','documentation':'x'}},
                   'CreateCluster':{'http':{'method':'POST'},'input':{'shape':'In'},
                     'errors':[{'shape':'Conflict','documentation':'x'}],'documentation':'x',
                     'staticContextParams':{'A':{'value':true}}}},
                 'shapes':{
                   'Unused':{'type':'structure','members':{}},
                   'Text':{'type':'string','sensitive':true,'max':5,'documentation':'x'},
                   'In':{'type':'structure','documentation':'x','required':['Name'],'members':{
                     'documentation':{'shape':'Text','documentation':'x'},
                     'Name':{'shape':'Text','documentation':'x','locationName':'name',
                       'idempotencyToken':true,'deprecated':true,'deprecatedMessage':'x'},
                     'Names':{'shape':'Names'}}},
                   'Names':{'type':'list','member':{'shape':'Text','documentation':'x'}},
                   'Conflict':{'type':'structure','members':{},'documentation':'x',
                     'error':{'httpStatusCode':409},'exception':true},
                   'Out':{'type':'structure','members':{'All':{'shape':'Names'}}}},
                 'documentation':'<p>x</p>','examples':{}}
                """);
    }
}
