package io.hyperpodgateway.bench.cold;

import java.util.List;
import java.util.Map;

/// How a function calls AWS's stub.
///
/// @param name `http` or `tls`
record Transport(String name, List<String> jvmOptions, Map<String, String> variables) {

    static Transport of(String name, AwsStub awsStub, List<String> jvmOptions) {
        String endpoint = awsStub.endpoint().toString();
        return new Transport(
                name,
                jvmOptions,
                Map.of(
                        "AWS_ENDPOINT_URL_SAGEMAKER",
                        endpoint,
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        endpoint,
                        "AUDIT_TABLE",
                        "gateway-audit",
                        "OPEN_TABLE",
                        "gateway-open"));
    }
}
