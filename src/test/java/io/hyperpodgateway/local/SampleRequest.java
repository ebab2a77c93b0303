package io.hyperpodgateway.local;

import java.net.URI;

/// A good request that the bundled policy admits, as a command to copy.
final class SampleRequest {

    private SampleRequest() {}

    /// A small Slurm cluster in the gateway's own account.
    static String document(String region) {
        return """
        {
          "ClusterName": "my-first-cluster",
          "InstanceGroups": [{
            "InstanceGroupName": "workers",
            "InstanceType": "ml.c5.xlarge",
            "InstanceCount": 2,
            "ThreadsPerCore": 1,
            "ExecutionRole": "arn:aws:iam::%1$s:role/hyperpod-workers",
            "LifeCycleConfig": {
              "SourceS3Uri": "s3://sagemaker-%2$s-%1$s/lifecycle",
              "OnCreate": "on_create.sh"
            }
          }],
          "Tags": [
            {"Key": "Team", "Value": "research"},
            {"Key": "CostCenter", "Value": "1234"},
            {"Key": "Environment", "Value": "dev"}
          ]
        }\
        """
                .formatted(HttpApiEvent.ACCOUNT, region);
    }

    static String curl(URI gateway, String region) {
        return "curl -i %s/clusters -H 'Content-Type: application/json' -d '%s'"
                .formatted(gateway, document(region));
    }
}
