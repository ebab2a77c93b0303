package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shape check repairs, and what it leaves to the sender.
class ShapeCheckTest {

    private final ShapeValidator validator = new ShapeValidator(ServiceModel.bundled(), Level.WARN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'clusterName':'a'} | {'ClusterName':'a'}",
                "{'vpcConfg':{'subnets':['a']}} | {'VpcConfig':{'Subnets':['a']}}",
                "{'NodeRecovery':'NONE'} | {'NodeRecovery':'None'}",
                "{'NodeProvisioningMode':'continuous'} | {'NodeProvisioningMode':'Continuous'}",
                "{'InstanceGroups':[1,{'InstanceCount':'4'}]} |"
                        + " {'InstanceGroups':[1,{'InstanceCount':4}]}",
                "{'InstanceGroups':[{'InstanceCount':2.0},{'Count':10.000}]} |"
                        + " {'InstanceGroups':[{'InstanceCount':2},{'InstanceCount':10}]}",
                "{'InstanceGroups':[{'InstanceType':'ML.G5.XLARGE'}]} |"
                        + " {'InstanceGroups':[{'InstanceType':'ml.g5.xlarge'}]}",
                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':'True'}}]}]}"
                        + " | {'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true}}]}]}",
                "{'InstanceGroups':[{'SlurmConfig':{'Type':'controller'}}]} |"
                        + " {'InstanceGroups':[{'SlurmConfig':{'NodeType':'Controller'}}]}",
                "{'tags':{'Team':'x','Env':''}} |"
                        + " {'Tags':[{'Key':'Team','Value':'x'},{'Key':'Env','Value':''}]}",
                "{'Tags':[{'Team':'x'},{'Key':'a','Value':'b'}]} |"
                        + " {'Tags':[{'Key':'Team','Value':'x'},{'Key':'a','Value':'b'}]}",
                "{'Tags':[{'key':'a','value':'b'}]} | {'Tags':[{'Key':'a','Value':'b'}]}",
                "{'NodeRecovery':null,'VpcConfig':{'X':1},'Tags':null} | {'VpcConfig':{'X':1}}",
                "{'node_recovery':null,'X':null} | {}",
                "{'NodeRecovery':'Automatics','AutoScaling':{'Mode':'Enabled'}} | {'NodeRecovery':'Automatic','AutoScaling':{'Mode':'Enable'}}",
                "{'InstanceGroups':[{'InstanceType':'p5.48xlarge'},{'InstanceType':'P5.48XLARGE'}]} | {'InstanceGroups':[{'InstanceType':'ml.p5.48xlarge'},{'InstanceType':'ml.p5.48xlarge'}]}",
                "{'Tags':{'Key':'Team','Value':'x'}} | {'Tags':[{'Key':'Team','Value':'x'}]}",
                "{'InstanceGroups':{'count':'2','ImageId':''}} | {'InstanceGroups':[{'InstanceCount':2}]}",
                "{'VpcConfig':{'Subnets':'subnet-1','security_group_ids':'sg-1'}} | {'VpcConfig':{'Subnets':['subnet-1'],'SecurityGroupIds':['sg-1']}}",
                "{'InstanceGroups':[{'NodeRecovery':'automatic'},{'NodeRecovery':'automatic'}]} | {'NodeRecovery':'Automatic','InstanceGroups':[{},{}]}",
                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'VolumeSizeInGB':'500','VolumeKmsKeyId':'a'}]}]} | {'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeSizeInGB':500,'VolumeKmsKeyId':'a'}}]}]}",
                "{'Orchestrator':{'Eks':{'KubernetesConfig':{'labels':{'a':'b'}}}},'InstanceGroups':[{}]} | {'Orchestrator':{'Eks':{}},'InstanceGroups':[{'KubernetesConfig':{'Labels':{'a':'b'}}}]}",
                "{'Subnets':['subnet-1'],'InstanceGroups':[{'SecurityGroupIds':['sg-1']}]} | {'VpcConfig':{'Subnets':['subnet-1']},'InstanceGroups':[{'OverrideVpcConfig':{'SecurityGroupIds':['sg-1']}}]}",
                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'ebs':{'VolumeSizeInGB':1},'FsxOpenZfsConfig':{'dns':'x'},'X':1},{'EbsVolumeConfig':{}}]}]} | {'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeSizeInGB':1},'X':1},{'FsxOpenZfsConfig':{'DnsName':'x'}},{'EbsVolumeConfig':{}}]}]}",
                "{'ClusterArn':'arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl','ClusterStatus':'InService','CreationTime':1.5,'InstanceGroups':[{'CurrentCount':1,'TargetCount':2,'Status':'InService'},{'CurrentCount':3},{'TargetCount':1,'InstanceCount':4}]} | {'InstanceGroups':[{'InstanceCount':2},{'InstanceCount':3},{'InstanceCount':4}]}",
                "{'InstanceGroups':[{'InstanceRequirements':{'CurrentInstanceTypes':['ml.m5.xlarge'],'DesiredInstanceTypes':['ml.p5.48xlarge']},'MinCount':1,'ImageId':'','ThreadsPerCore':0}],'AutoScaling':{'Mode':'Enable','Status':'InService','FailureMessage':''}} | {'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['ml.p5.48xlarge']},'MinInstanceCount':1}],'AutoScaling':{'Mode':'Enable'}}",
                "{'CreateClusterRequest':{'cluster_name':'a','NodeRecovery':null}} | {'ClusterName':'a'}",
                "{'Type':'AWS::SageMaker::Cluster','Properties':{'ClusterName':'a'}} | {'ClusterName':'a'}",
                "{'Resources':{'C':{'Type':'AWS::SageMaker::Cluster','Properties':{'ClusterName':'a','Tags':{'a':'b'}}},'R':{'Type':'AWS::IAM::Role','Properties':{'RoleName':'r'}}}} | {'ClusterName':'a','Tags':[{'Key':'a','Value':'b'}]}",
                "{'cluster':{'ClusterName':'a','ClusterArn':'x','InstanceGroups':[]},'request':{'requestId':'r','clusterName':'a'},'state':'created'} | {'ClusterName':'a','InstanceGroups':[]}",
                "{'instance_type':'ml.m5.xlarge','InstanceGroups':[{'instance_type':'ml.m5.xlarge','InstanceType':null}]} | {'InstanceGroups':[{'InstanceType':'ml.m5.xlarge'}]}",
                "{'InstanceGroups':[],'RestrictedInstanceGroups':[{'InstanceGroupName':'r','OnStartDeepHealthChecks':[]}],'VpcConfig':{'Subnets':[],'SecurityGroupIds':[]},'Tags':[]} | {'RestrictedInstanceGroups':[{'InstanceGroupName':'r'}],'Tags':[]}",
                "{'Tags':[{'Key':'CostCenter','Value':1234},{'Key':'Shared','Value':true},{'Key':'v','Value':1.10}]} | {'Tags':[{'Key':'CostCenter','Value':'1234'},{'Key':'Shared','Value':'true'},{'Key':'v','Value':'1.10'}]}",
                "{'Tags':{'Team':'x','CostCenter':1234}} | {'Tags':[{'Key':'Team','Value':'x'},{'Key':'CostCenter','Value':'1234'}]}",
                "{'Tags':['Team=x','Key=CostCenter,Value=1','Env=']} | {'Tags':[{'Key':'Team','Value':'x'},{'Key':'CostCenter','Value':'1'},{'Key':'Env','Value':''}]}",
                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'rank':1,'gpu':true}}}]} | {'InstanceGroups':[{'KubernetesConfig':{'Labels':{'rank':'1','gpu':'true'}}}]}",
                "{'ClusterName':'a','ResponseMetadata':{'HTTPStatusCode':200}} | {'ClusterName':'a'}",
                "{'InstanceGroups':[{'InstanceTypes':['ml.g5.xlarge']}]} | {'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['ml.g5.xlarge']}}]}",
                "{'NodeRecovery':null,'InstanceGroups':[{'NodeRecovery':'None'}]} | {'InstanceGroups':[{}],'NodeRecovery':'None'}",
            })
    void repairsWhatIsCertain(String sent, String repaired) {
        assertThat(validator.checkAndRepair(document(sent)).repaired())
                .isEqualTo(document(repaired));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'clusterName':'a','ClusterName':'b'}",
                "{'Orchestrator':{'Eks':{'ClusterArn':'a'},'SlurmConfigStrategy':'Managed'}}",
                "{'Orchestrator':{'Eks':{'ClusterArn':'a','AccountingDatabase':{'Endpoint':'x'}}}}",
                "{'ClusterName':1e3,'Tags':[{'Key':'a','Value':1e3},'a','a=b=c','a=b,c=d']}",
                "{'VpcConfig':{'Subnets':[],'SecurityGroupIds':['sg-1']}}",
                "{'VpcConfig':{'Subnets':[]},'InstanceGroups':[]}",
                "{'clusterName':'a','cluster_name':'b'}",
                "{'VpcConfg':'x','Tag':{'a':'b'}}",
                "{'InstanceGroups':[{'InstanceCount':'4.0','MaxInstanceCount':9,'Count':'many'}]}",
                "{'InstanceGroups':[{'InstanceCount':'7000','InstanceType':'ML.X'}]}",
                "{'InstanceGroups':[{'InstanceCount':'04','InstanceType':'ml_g5_xlarge'}]}",
                "{'InstanceGroups':[{'InstanceCount':2.5},{'InstanceCount':7000.0},{'InstanceCount':1e0}]}",
                "{'InstanceGroups':[{'InstanceCount':-0.0}]}",
                "{'Tags':{'Team':[1]}}",
                "{'Tags':{}}",
                "{'Tags':[{'Team':'x','Env':'y'},{'':'x'}]}",
                "{'VpcConfig':{'Subnets':{'a':'b'}}}",
                "{'X':{'clusterName':'4'}}",
                "{'InstanceGroups':[{'NodeRecovery':'Automatic'},{'NodeRecovery':'None'}]}",
                "{'NodeRecovery':'None','InstanceGroups':[{'NodeRecovery':'Automatic'}]}",
                "{'Orchestrator':{'Eks':{'KubernetesConfig':{}}},'InstanceGroups':[{},{}]}",
                "{'InstanceGroups':[{'VpcConfig':{}}]}",
                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'VolumeSizeInGB':1,'FsxOpenZfsConfig':{}}]}]}",
                "{'Port':5,'Mode':'Enable','Value':'x'}",
                "{'InstanceGroups':{},'Tags':5}",
                "{'Orchestrator':{'Eks':{'ClusterArn':''}}}",
                "{'Resources':{'A':{'Properties':{'ClusterName':'a','Tags':[]}},'B':{'Properties':{'ClusterName':'b','Tags':[]}}}}",
                "{'NodeRecovery':{'Ref':'Recovery'},'InstanceGroups':{'Fn::If':['a','b','c']}}",
                "{'VpcConfig':{'Subnets':['',''],'SecurityGroupIds':['sg-1']}}",
                "{'InstanceGroups':[{'MinInstanceCount':0,'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':''}}]}]}",
            })
    void leavesWhatIsNot(String sent) {
        JsonObject document = document(sent);

        ShapeCheckResult result = validator.checkAndRepair(document);

        assertThat(result.repaired()).isSameAs(document);
        assertThat(result.findings()).allMatch(finding -> finding.fix().isEmpty());
    }

    @Test
    void keepsADocumentThatNeedsNoRepair() {
        JsonObject document = document("{'ClusterName':'a','Tags':[{'Key':'a','Value':[]}]}");

        assertThat(validator.checkAndRepair(document).repaired()).isSameAs(document);
    }

    @Test
    void doesNotRepeatLargeTags() {
        JsonObject tags = JsonObject.of("a", Json.of("b".repeat(100_000)));

        assertThat(validator.check(JsonObject.of("Tags", tags)))
                .allMatch(finding -> finding.fix().isEmpty());
    }

    @Test
    void pointsToWhatWasSent() {
        ShapeCheckResult result =
                validator.checkAndRepair(
                        document(
                                "{'instance_groups':[{'count':2}],'Tags':{'a':'b'},'AutoScaling':null}"));

        assertThat(result.repaired())
                .isEqualTo(
                        document(
                                "{'InstanceGroups':[{'InstanceCount':2}],'Tags':[{'Key':'a','Value':'b'}]}"));
        assertThat(sent(result, "/InstanceGroups/0/InstanceCount"))
                .isEqualTo("/instance_groups/0/count");
        assertThat(sent(result, "/InstanceGroups/0/Missing"))
                .isEqualTo("/instance_groups/0/Missing");
        assertThat(sent(result, "/Tags/0/Value")).isEqualTo("/Tags/a");
        assertThat(sent(result, "")).isEmpty();
    }

    private static String sent(ShapeCheckResult result, String repaired) {
        return result.sentPointer(JsonPointer.parse(repaired)).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/InstanceGroups/0/SlurmConfig/NodeType, /instance_groups/0/slurmConfig/NodeType",
        "/InstanceGroups/0, /instance_groups/0",
        "/Tags/1/Key, /Tags/Env",
        "/Tags/1, /Tags/Env",
        "/Tags, /Tags",
        "/VpcConfig, /VpcConfig",
    })
    void mapsFindingsToThePlacesSent(String repaired, String sent) {
        JsonObject document =
                document(
                        "{'instance_groups':[{'slurmConfig':{}}],'Tags':{'Team':'x','Env':'dev'}}");
        Finding finding =
                Finding.of(
                        Source.RULE,
                        "x",
                        Level.WARN,
                        JsonPointer.parse(repaired),
                        Phrase.of("is as in ", JsonPointer.parse(repaired), ": it is so"));

        Finding mapped = validator.checkAndRepair(document).asSent(finding);

        assertThat(mapped.pointer()).hasToString(sent);
        assertThat(mapped.message()).isEqualTo("%s is as in %s: it is so".formatted(sent, sent));
    }
}
