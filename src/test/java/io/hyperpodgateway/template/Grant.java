package io.hyperpodgateway.template;

import static io.hyperpodgateway.template.Grant.Because.CALLED_BY_OUR_CODE;
import static io.hyperpodgateway.template.Grant.Because.CALLED_FOR_OUR_CODE;
import static io.hyperpodgateway.template.Grant.Because.DEMANDED_BY_CREATE_CLUSTER;

import java.util.List;

/// An action of the gateway's role, and why it is needed.
///
/// @param statement the Sid of the statement that allows it
/// @param source the page of AWS's documentation that requires it
record Grant(String statement, String action, Because because, String source) {

    enum Because {
        CALLED_BY_OUR_CODE,
        DEMANDED_BY_CREATE_CLUSTER,
        /// Called by Lambda or DynamoDB on behalf of the function.
        CALLED_FOR_OUR_CODE
    }

    private static final String SAGEMAKER =
            "service-authorization/latest/reference/list_amazonsagemakerai";
    private static final String EKS =
            "service-authorization/latest/reference/list_amazonelastickubernetesservice";
    private static final String HYPERPOD =
            "sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam";
    private static final String TABLES =
            "service-authorization/latest/reference/list_amazondynamodb";
    private static final String TRANSACTIONS =
            "amazondynamodb/latest/developerguide/transaction-apis-iam";
    private static final String IMAGES =
            "sagemaker/latest/dg/hyperpod-custom-ami-cluster-management";
    private static final String VOLUMES = "sagemaker/latest/dg/smcluster-cmk";
    private static final String TABLE_KEYS =
            "amazondynamodb/latest/developerguide/encryption.usagenotes";

    /// All actions of the role.
    static final List<Grant> ALL =
            List.of(
                    ours("CreateClusters", "sagemaker:CreateCluster", SAGEMAKER),
                    ours("ReadClusters", "sagemaker:DescribeCluster", SAGEMAKER),
                    ours("ReadClusters", "sagemaker:ListTags", SAGEMAKER),
                    demanded(
                            "TagClustersAsTheyAreCreated",
                            "sagemaker:AddTags",
                            "sagemaker/latest/dg/security_iam_id-based-policy-examples"),
                    demanded("PassExecutionRoles", "iam:PassRole", HYPERPOD),
                    demanded(
                            "PassClusterRoles",
                            "iam:PassRole",
                            "sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling"),
                    demanded(
                            "CreateHyperPodServiceLinkedRole",
                            "iam:CreateServiceLinkedRole",
                            HYPERPOD),
                    demanded("AdmitHyperPodToEksClusters", "eks:DescribeCluster", HYPERPOD),
                    demanded("AdmitHyperPodToEksClusters", "eks:CreateAccessEntry", HYPERPOD),
                    demanded("ManageHyperPodsAccessEntries", "eks:DescribeAccessEntry", EKS),
                    demanded("ManageHyperPodsAccessEntries", "eks:DeleteAccessEntry", EKS),
                    demanded("ManageHyperPodsAccessEntries", "eks:AssociateAccessPolicy", EKS),
                    demanded("FindCustomImages", "ec2:DescribeImages", IMAGES),
                    demanded("FindCustomImages", "ec2:DescribeSnapshots", IMAGES),
                    demanded("ShareCustomImages", "ec2:ModifyImageAttribute", IMAGES),
                    demanded("ShareCustomImages", "ec2:ModifySnapshotAttribute", IMAGES),
                    demanded("GrantVolumeKeys", "kms:CreateGrant", VOLUMES),
                    demanded("DescribeVolumeKeys", "kms:DescribeKey", VOLUMES),
                    ours("AddEventsToTheRecord", "dynamodb:PutItem", TRANSACTIONS),
                    ours("ReadTheRecord", "dynamodb:GetItem", TRANSACTIONS),
                    ours("ReadTheRecord", "dynamodb:Query", TRANSACTIONS),
                    ours("ListTheRecord", "dynamodb:Query", TABLES),
                    ours("KeepOpenIntents", "dynamodb:PutItem", TRANSACTIONS),
                    ours("KeepOpenIntents", "dynamodb:GetItem", TRANSACTIONS),
                    ours("KeepOpenIntents", "dynamodb:UpdateItem", TRANSACTIONS),
                    ours("KeepOpenIntents", "dynamodb:DeleteItem", TRANSACTIONS),
                    forUs("OpenTablesUnderTheDataKey", "kms:Decrypt", TABLE_KEYS),
                    forUs("OpenTablesUnderTheDataKey", "kms:DescribeKey", TABLE_KEYS),
                    forUs(
                            "WriteTheLog",
                            "logs:CreateLogStream",
                            "lambda/latest/dg/monitoring-cloudwatchlogs"),
                    forUs(
                            "WriteTheLog",
                            "logs:PutLogEvents",
                            "lambda/latest/dg/monitoring-cloudwatchlogs"),
                    forUs("SendTraces", "xray:PutTraceSegments", "lambda/latest/dg/services-xray"),
                    forUs(
                            "SendTraces",
                            "xray:PutTelemetryRecords",
                            "lambda/latest/dg/services-xray"));

    private static Grant ours(String statement, String action, String source) {
        return new Grant(statement, action, CALLED_BY_OUR_CODE, source);
    }

    private static Grant demanded(String statement, String action, String source) {
        return new Grant(statement, action, DEMANDED_BY_CREATE_CLUSTER, source);
    }

    private static Grant forUs(String statement, String action, String source) {
        return new Grant(statement, action, CALLED_FOR_OUR_CODE, source);
    }
}
