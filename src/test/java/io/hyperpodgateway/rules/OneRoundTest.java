package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Whoever does all that one answer says is refused no second time.
class OneRoundTest {

    private static final String GROUP =
            "'InstanceType':'ml.m5.xlarge','InstanceCount':1,"
                    + "'ExecutionRole':'arn:aws:iam::111122223333:role/hyperpod-nodes',"
                    + "'LifeCycleConfig':{'SourceS3Uri':'s3://sagemaker-a/b/','OnCreate':'a.sh'}";

    private final Specification specification =
            Specification.of(ServiceModel.bundled(), false, "us-east-1");

    @Test
    void isEnoughToEncryptARootVolume() {
        List<Finding> errors =
                errors(
                        "{'ClusterName':'a','Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Managed'}},"
                                + "'InstanceGroups':[{'InstanceGroupName':'a',%1$s,"
                                + "'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true}}]},"
                                + "{'InstanceGroupName':'b',%1$s}]}");

        assertThat(errors).singleElement();
        assertThat(errors.getFirst().message())
                .contains(
                        "names no key",
                        "NodeProvisioningMode Continuous",
                        "SlurmConfig in every group",
                        "one Controller",
                        "PartitionNames for Compute",
                        "no SlurmConfigStrategy");
        assertThat(
                        errors(
                                "{'ClusterName':'a','Orchestrator':{'Slurm':{}},'NodeProvisioningMode':'Continuous',"
                                        + "'InstanceGroups':[{'InstanceGroupName':'a',%1$s,'SlurmConfig':{'NodeType':'Controller'},"
                                        + "'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'alias/a'}}]},"
                                        + "{'InstanceGroupName':'b',%1$s,'SlurmConfig':{'NodeType':'Compute','PartitionNames':['p']}}]}"))
                .isEmpty();
    }

    @Test
    void isEnoughForAnAccountingDatabase() {
        String database =
                "'AccountingDatabase':{'Endpoint':'db.example.com','SecretArn':'arn:aws:secretsmanager:us-east-1:111122223333:secret:db'}";
        List<Finding> errors =
                errors(
                        "{'ClusterName':'a','Orchestrator':{'Slurm':{"
                                + database
                                + "}},'InstanceGroups':[{'InstanceGroupName':'a',%1$s}]}");

        assertThat(errors).singleElement();
        assertThat(errors.getFirst().message()).contains("SlurmConfig in every group");
        assertThat(
                        errors(
                                "{'ClusterName':'a','NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{"
                                        + database
                                        + "}},'InstanceGroups':[{'InstanceGroupName':'a',%1$s,'SlurmConfig':{'NodeType':'Controller'}}]}"))
                .isEmpty();
    }

    @Test
    void isEnoughForAutomaticScaling() {
        List<Finding> errors =
                errors(
                        "{'ClusterName':'a','AutoScaling':{'Mode':'Enable'},'NodeProvisioningMode':'Continuous',"
                                + "'ClusterRole':'arn:aws:iam::111122223333:role/hyperpod-cluster',"
                                + "'InstanceGroups':[{'InstanceGroupName':'a',%1$s,'SlurmConfig':{'NodeType':'Controller'}},"
                                + "{'InstanceGroupName':'b','InstanceType':'ml.m5.xlarge','InstanceCount':1,"
                                + "'SlurmConfig':{'NodeType':'Compute','PartitionNames':['p']},"
                                + "'ExecutionRole':'arn:aws:iam::111122223333:role/hyperpod-nodes'}]}");

        assertThat(errors).singleElement();
        assertThat(errors.getFirst().message())
                .contains("an EKS cluster", "VpcConfig", "LifeCycleConfig", "(1 without)");
        assertThat(
                        errors(
                                "{'ClusterName':'a','AutoScaling':{'Mode':'Enable'},'NodeProvisioningMode':'Continuous',"
                                        + "'ClusterRole':'arn:aws:iam::111122223333:role/hyperpod-cluster',"
                                        + "'Orchestrator':{'Eks':{'ClusterArn':'arn:aws:eks:us-east-1:111122223333:cluster/main'}},"
                                        + "'VpcConfig':{'SecurityGroupIds':['sg-0a1b2c3d'],'Subnets':['subnet-0a1b2c3d']},"
                                        + "'InstanceGroups':[{'InstanceGroupName':'a',%1$s},{'InstanceGroupName':'b',%1$s}]}"))
                .isEmpty();
    }

    private List<Finding> errors(String text) {
        return specification.check(document(text.formatted(GROUP))).stream()
                .filter(Finding::isError)
                .toList();
    }
}
