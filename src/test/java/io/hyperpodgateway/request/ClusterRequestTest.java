package io.hyperpodgateway.request;

import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

class ClusterRequestTest {

    @Test
    void readsItsNameAndWhetherItScales() {
        ClusterRequest request = request("{'ClusterName':'a','AutoScaling':{'Mode':'Enable'}}");

        assertThat(request.clusterName()).contains("a");
        assertThat(request.autoScales()).isTrue();
        assertThat(request("{'AutoScaling':{'Mode':'Disable'}}").autoScales()).isFalse();
    }

    @Test
    void readsGroupsOfBothKindsWithTheirPlaces() {
        ClusterRequest request =
                request(
                        "{'RestrictedInstanceGroups':[{'InstanceGroupName':'r','InstanceCount':3}],"
                                + "'InstanceGroups':[7,{'InstanceGroupName':'a','InstanceCount':2.0}]}");

        assertThat(request.groups())
                .extracting(group -> group.pointer() + " " + group.name().orElse(""))
                .containsExactly("/InstanceGroups/1 a", "/RestrictedInstanceGroups/0 r");
        assertThat(request.groups())
                .extracting(InstanceGroup::instanceCount)
                .containsExactly(Optional.empty(), Optional.of(3L));
    }

    @Test
    void readsEveryInstanceTypeOfAGroupByItsPlace() {
        InstanceGroup group =
                request(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['x',1,'x']},"
                                        + "'InstanceType':'y'}]}")
                        .groups()
                        .getFirst();
        JsonPointer types =
                JsonPointer.parse("/InstanceGroups/0/InstanceRequirements/InstanceTypes");

        assertThat(group.instanceTypes())
                .containsExactly(
                        Map.entry(JsonPointer.parse("/InstanceGroups/0/InstanceType"), "y"),
                        Map.entry(types.item(0), "x"),
                        Map.entry(types.item(2), "x"));
    }

    @Test
    void readsWhatAGroupIsToSlurm() {
        ClusterRequest request =
                request(
                        "{'InstanceGroups':[{'SlurmConfig':{'NodeType':'Login'}},{},{'SlurmConfig':1}]}");

        assertThat(request.instanceGroups())
                .extracting(InstanceGroup::slurmNodeType)
                .containsExactly(Optional.of("Login"), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                     | false",
                "{}                                                                   | false",
                "{'SlurmConfig':{'NodeType':'Login'}}                                 | true",
                "{'SlurmConfig':{'NodeType':'Compute'}},{}                            | true",
                "{'SlurmConfig':{'NodeType':'Compute'}},{'SlurmConfig':{'NodeType':'Controller'}} | false",
                "{'SlurmConfig':{'NodeType':'Compute'}},{'SlurmConfig':{}}            | false",
                "{'SlurmConfig':{'NodeType':'Compute'}},{'SlurmConfig':'Controller'}  | false",
            },
            quoteCharacter = '`')
    void readsWhetherSlurmHasNoController(String groups, boolean lacks) {
        String text = "{'InstanceGroups':[%s]}".formatted(groups == null ? "" : groups);

        assertThat(request(text).lacksSlurmController()).isEqualTo(lacks);
    }

    @Test
    void readsTagsWithTheirPlaces() {
        assertThat(request("{'Tags':[null,{'Key':'a','Value':1},{'Value':'b'}]}").tags())
                .containsExactly(
                        new Tag(JsonPointer.parse("/Tags/1"), Optional.of("a"), Optional.empty()),
                        new Tag(JsonPointer.parse("/Tags/2"), Optional.empty(), Optional.of("b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'ClusterName':1,'InstanceGroups':{},'RestrictedInstanceGroups':'x','Tags':{},'AutoScaling':[]}",
                "{'ClusterName':null,'InstanceGroups':[null,[],1],'Tags':['x'],'AutoScaling':{'Mode':1}}"
            })
    void passesOverWhatItCannotRead(String text) {
        ClusterRequest request = request(text);

        assertThat(request.clusterName()).isEmpty();
        assertThat(request.groups()).isEmpty();
        assertThat(request.tags()).isEmpty();
        assertThat(request.autoScales()).isFalse();
    }

    @Test
    void passesOverWhatItCannotReadOfAGroup() {
        InstanceGroup group =
                request(
                                "{'InstanceGroups':[{'InstanceType':1,'InstanceRequirements':[],'InstanceCount':'2'}]}")
                        .groups()
                        .getFirst();

        assertThat(group.name()).isEmpty();
        assertThat(group.instanceCount()).isEmpty();
        assertThat(group.instanceTypes()).isEmpty();
    }
}
