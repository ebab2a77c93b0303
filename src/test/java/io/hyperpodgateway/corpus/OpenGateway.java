package io.hyperpodgateway.corpus;

import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.lambda.HandlerOnFakes;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.rules.Specification;

/// A gateway whose policy forbids nothing, so that only the specification refuses requests.
public final class OpenGateway {

    private static final String POLICY =
            """
            version: "open"
            rules:
              - id: everything
                check:
                  allowedReferences:
                    executionRoles: ["*"]
                    clusterRoles: ["*"]
                    lifecycleSources: ["*"]
                    subnets: ["*"]
                    securityGroups: ["*"]
                    eksClusters: ["*"]
                    kmsKeys: ["*"]
                    fileSystems: ["*"]
                    images: ["*"]
                    trainingPlans: ["*"]
                    secrets: ["*"]
                    databases: ["*"]
              - id: every-type
                check: {allowedInstanceTypes: ["*"]}
              - id: every-number
                check: {maxInstances: {perCluster: 1000000000000}}
                autoScaling: allow
            """;

    private static final Rulebook RULEBOOK =
            new Rulebook(
                    Specification.of(ServiceModel.bundled(), false, "us-east-1"),
                    PolicyReader.read(POLICY, ServiceModel.bundled()).orElseThrow());

    private OpenGateway() {}

    public static HandlerOnFakes fresh() {
        return new HandlerOnFakes(RULEBOOK);
    }
}
