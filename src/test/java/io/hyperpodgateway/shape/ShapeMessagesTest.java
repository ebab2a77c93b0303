package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.text.Excerpt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/// The wording of the shape check: the subject first, the value, then what is allowed.
class ShapeMessagesTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private final ShapeValidator validator = new ShapeValidator(MODEL, Level.WARN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ClusterName':''} | /ClusterName is \"\" of length 0, at least 1 is allowed:"
                        + " letters, digits and hyphens, a letter or digit first and last",
                "{'InstanceGroups':[{'ExecutionRole':'hyperpod-execution'}]} |"
                        + " /InstanceGroups/0/ExecutionRole is \"hyperpod-execution\" of length 18, at"
                        + " least 20 is allowed: the ARN of an IAM role, as"
                        + " arn:aws:iam::111122223333:role/NAME",
                "{'VpcConfig':{'Subnets':['a b']}} | /VpcConfig/Subnets/0 is \"a b\", what matches"
                        + " [-0-9a-zA-Z]+ is allowed: the id of a subnet, as subnet-0123456789abcdef0",
                "{'InstanceGroups':[{'ScheduledUpdateConfig':{'ScheduleExpression':''}}]} | /InstanceGroups/0/ScheduledUpdateConfig/ScheduleExpression is empty, leave /InstanceGroups/0/ScheduledUpdateConfig out",
                "{'ClusterName':'a_'} | /ClusterName is \"a_\", what matches"
                        + " [a-zA-Z0-9](-*[a-zA-Z0-9])* is allowed: letters, digits and hyphens, a"
                        + " letter or digit first and last",
                "{'ClusterName':5} | /ClusterName is 5, a string is allowed",
                "{'ClusterName':null} | /ClusterName is null and required, a value is needed",
                "{'NodeRecovery':null} | /NodeRecovery is null, which is read as left out; leave it"
                        + " out",
                "{'InstanceGroups':[{'ThreadsPerCore':0}]} | /InstanceGroups/0/ThreadsPerCore is 0, leave it out",
                "{'VpcConfig':{'Subnets':[''],'SecurityGroupIds':['']}} | /VpcConfig holds nothing but empty values, leave it out",
                "{'Orchestrator':'eks'} | /Orchestrator is \"eks\", an object is allowed: {\"Eks\": {\"ClusterArn\": …}}",
                "{'VpcConfig':5} | /VpcConfig is 5, an object is allowed: {\"SecurityGroupIds\": …, \"Subnets\": …}",
                "{'VpcConfig':true} | /VpcConfig is true, an object is allowed: {\"SecurityGroupIds\": …, \"Subnets\": …}",
                "{'VpcConfig':['a','b']} | /VpcConfig is an array, an object is allowed: {\"SecurityGroupIds\": …, \"Subnets\": …}",
                "{'InstanceGroups':{'ClusterName':'a'}} | /InstanceGroups is an object, an array is allowed",
                "{'InstanceGroups':{'InstanceCount':1}} | /InstanceGroups is an object, an array of such values is allowed",
                "{'ClusterName':{'Ref':'Name'}} | /ClusterName is Ref, which only CloudFormation resolves, a string is allowed",
                "{'ClusterName':'!Ref Name'} | /ClusterName is !Ref, which only CloudFormation resolves; send the value",
                "{'VpcConfig':{'Fn::If':['a']}} | /VpcConfig is Fn::If, which only CloudFormation resolves, an object is allowed",
                "{'ClusterArn':'arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl'} | /ClusterArn is not a member of CreateClusterRequest, DescribeCluster's answer alone has it: leave it out",
                "{'InstanceGroups':[{'TargetCount':1}]} | /InstanceGroups/0/TargetCount is not a member of ClusterInstanceGroupSpecification, DescribeCluster's answer alone has it: in a request it is InstanceCount",
                "{'InstanceGroups':[{'NodeRecovery':'None'}]} | /InstanceGroups/0/NodeRecovery is not a member of ClusterInstanceGroupSpecification, it belongs at the top level, /NodeRecovery",
                "{'Orchestrator':{'Eks':{'KubernetesConfig':{}}}} | /Orchestrator/Eks/KubernetesConfig is not a member of ClusterOrchestratorEksConfig, it belongs in an instance group, /InstanceGroups/*/KubernetesConfig",
                "{'InstanceGroups':[{'InstanceGroupSettings':{'A':{'ThreadsPerCore':1}}}]} | /InstanceGroups/0/InstanceGroupSettings is not a member of ClusterInstanceGroupSpecification, ThreadsPerCore in it is",
                "{'Properties':{'ClusterName':'a'}} | /Properties is not a member of CreateClusterRequest, it holds the request; send what is under it",
                "{'Tags':[null]} | /Tags/0 is null, a value is needed",
                "{'InstanceGroups':[{'InstanceStorageConfigs':[{}]}]} |"
                        + " /InstanceGroups/0/InstanceStorageConfigs/0 holds none of the members of"
                        + " ClusterInstanceStorageConfig, exactly one is allowed: EbsVolumeConfig,"
                        + " FsxLustreConfig, FsxOpenZfsConfig",
                "{} | /ClusterName is missing, it is required",
                "{'InstanceGroups':[]} | /InstanceGroups has 0 items, at least 1 are allowed",
                "{'VpcConfig':{'Subnets':[],'SecurityGroupIds':[]}} | /VpcConfig holds nothing but empty"
                        + " values, leave it out",
                "{'InstanceGroups':{}} | /InstanceGroups is an object, an array is allowed",
                "{'NodeRecovery':'x'} | /NodeRecovery is \"x\", one of Automatic, None is allowed",
                "{'NodeRecovery':'automatic'} | /NodeRecovery is \"automatic\", one of Automatic,"
                        + " None is allowed, did you mean Automatic?",
                "{'Tags':[{'Team':'x'}]} | /Tags/0/Team is not a member of Tag, did you mean the"
                        + " Value of that Key?",
                "{'instanceGroups':[{'instanceTyp':'ml.m5.xlarge'}]} | /instanceGroups is not a"
                        + " member of CreateClusterRequest, did you mean InstanceGroups?",
                "{'NodeRecovery':true} | /NodeRecovery is true, a string is allowed",
                "{'InstanceGroups':[{'ThreadsPerCore':3}]} | /InstanceGroups/0/ThreadsPerCore is 3,"
                        + " at most 2 is allowed",
                "{'InstanceGroups':[{'InstanceCount':-1}]} | /InstanceGroups/0/InstanceCount is -1,"
                        + " at least 0 is allowed",
                "{'InstanceGroups':[{'InstanceCount':'1'}]} | /InstanceGroups/0/InstanceCount is"
                        + " \"1\", an integer (no fraction, no exponent, no quotes) is allowed",
                "{'InstanceGroups':[{'InstanceType':'ml.p5.49xlarge'}]} |"
                        + " /InstanceGroups/0/InstanceType is \"ml.p5.49xlarge\", which is none of the"
                        + " {types} instance types known here, did you mean ml.p5.48xlarge or"
                        + " ml.p5.4xlarge?",
                "{'InstanceGroups':[{'InstanceType':'x'}]} | /InstanceGroups/0/InstanceType is"
                        + " \"x\", which is none of the {types} instance types known here",
                "{'clusterName':'a'} | /clusterName is not a member of CreateClusterRequest, did"
                        + " you mean ClusterName?",
                "{'VpcConfig':{'Foo':1}} | /VpcConfig/Foo is not a member of VpcConfig, allowed:"
                        + " SecurityGroupIds, Subnets",
                "{'Foo':1} | /Foo is not a member of CreateClusterRequest, allowed: {members}",
                "{'InstanceGroups':[{'CapacityRequirements':{'Spot':{'Foo':1}}}]} |"
                        + " /InstanceGroups/0/CapacityRequirements/Spot/Foo is not a member of"
                        + " ClusterSpotOptions, allowed: nothing",
                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchSchedule':{'NextPatchDate':'x'}}}]} |"
                        + " /InstanceGroups/0/AutoPatchConfig/PatchSchedule/NextPatchDate is \"x\","
                        + " epoch seconds or an ISO 8601 time with offset such as 2026-11-23T09:00:00Z"
                        + " is allowed",
                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchSchedule':{'NextPatchDate':-1}}}]} |"
                        + " /InstanceGroups/0/AutoPatchConfig/PatchSchedule/NextPatchDate is -1, a"
                        + " moment of the years 1970 to 9999 is allowed",
            })
    void namesTheSubjectTheValueAndWhatIsAllowed(String text, String sentence) {
        var types = (EnumShape) MODEL.shape("ClusterInstanceType");

        assertThat(firstMessage(document(text)))
                .isEqualTo(
                        sentence.replace("{types}", Integer.toString(types.values().size()))
                                .replace(
                                        "{members}",
                                        Excerpt.list(MODEL.input().members().keySet(), 245)));
    }

    @Test
    void showsTheWholePlaceOfEveryMember() {
        assertThat(ServiceModel.bundled().stringMemberPaths())
                .map(path -> "/" + path.replace("*", "100"))
                .allSatisfy(path -> assertThat(JsonPointer.parse(path).excerpt()).isEqualTo(path));
        assertThat(
                        firstMessage(
                                document(
                                        "{'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':"
                                                + "{'RollbackMaximumBatchSize':{'Type':'x'}}}}}]}")))
                .startsWith(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/RollbackMaximumBatchSize/Type"
                                + " is \"x\"");
    }

    @Test
    void listsAsManyMembersAsFit() {
        assertThat(firstMessage(document("{'InstanceGroups':[{'MaxInstanceCount':1}]}")))
                .startsWith(
                        "/InstanceGroups/0/MaxInstanceCount is not a member of"
                                + " ClusterInstanceGroupSpecification, allowed: InstanceCount,"
                                + " MinInstanceCount, ")
                .endsWith(" more")
                .hasSizeBetween(280, 299);
    }

    @Test
    void distinguishesANameFromItsValue() {
        JsonObject labels =
                document("{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'-':'_'}}}]}");

        assertThat(validator.check(labels))
                .extracting(Finding::message)
                .anyMatch(message ->
                        message.startsWith(
                                "the name of /InstanceGroups/0/KubernetesConfig/Labels/- is"
                                        + " \"-\","))
                .anyMatch(message ->
                        message.startsWith(
                                "/InstanceGroups/0/KubernetesConfig/Labels/- is \"_\","));
    }

    @Test
    void cutsThePatternAndKeepsItsDescription() {
        String description =
                PatternDescriptions.of("ClusterKubernetesLabelKey").orElseThrow().substring(0, 60);

        assertThat(validator.check(labels("_".repeat(300))))
                .extracting(Finding::message)
                .allSatisfy(message -> assertThat(message).hasSizeLessThan(300))
                .anySatisfy(
                        message -> assertThat(message).contains("… is allowed: " + description));
    }

    @Test
    void cutsLongValuesBetweenCharacters() {
        String text = "\uD83D\uDE00".repeat(500);

        String message = firstMessage(JsonObject.of("ClusterName", Json.of(text)));

        assertThat(message)
                .startsWith(
                        "/ClusterName is \"" + "\uD83D\uDE00".repeat(30) + "…\" of length 500,");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message)).isTrue();
    }

    @Test
    void cutsLongNamesAndNumbersToo() {
        assertThat(firstMessage(JsonObject.of("n".repeat(100_000), Json.of(1))))
                .hasSizeLessThan(300);
        assertThat(firstMessage(document("{'ClusterName':" + "9".repeat(100_000) + "}")))
                .hasSizeLessThan(200);
    }

    @Test
    void showsLineBreaksAsEscapes() {
        assertThat(firstMessage(JsonObject.of("ClusterName", Json.of("a\n\"b\""))))
                .startsWith("/ClusterName is \"a\\n\\\"b\\\"\",");
    }

    @Test
    void saysThatARenamedMemberIsRequiredToo() {
        assertThat(validator.check(document("{'cluster_name':null}")))
                .extracting(Finding::message)
                .containsExactly(
                        "/cluster_name is not a member of CreateClusterRequest, did you mean"
                                + " ClusterName?",
                        "/cluster_name is null and required, a value is needed");
    }

    private static JsonObject labels(String key) {
        return document(
                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'%s':'a'}}}]}".formatted(key));
    }

    private String firstMessage(JsonObject document) {
        return validator.check(document).getFirst().message();
    }

    @Test
    void escapesWhatWouldTurnTheSentenceAround() {
        assertThat(firstMessage(JsonObject.of("a\u202Eb\n", Json.of(1))))
                .startsWith("/a\\u202eb\\u000a is not a member");
        assertThat(firstMessage(JsonObject.of("ClusterName", Json.of("\u2066x"))))
                .startsWith("/ClusterName is \"\\u2066x\",");
    }
}
