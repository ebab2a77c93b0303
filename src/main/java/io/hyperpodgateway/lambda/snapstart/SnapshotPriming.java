package io.hyperpodgateway.lambda.snapstart;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Sends requests of every kind through a handler before the snapshot, so that the code is loaded
/// and compiled in its copies.
public final class SnapshotPriming {

    /// The first compiler compiles a method after 200 calls.
    private static final int ROUNDS = 250;

    private static final String ACCOUNT = "000000000000";

    private static final String WRONG =
            "{\"ClusterName\":\"a_b\",\"InstanceGroups\":[{\"InstanceCount\":\"2\"}]}";

    private final RequestStreamHandler handler;
    private final String region;

    /// @param handler a handler whose record and SageMaker are [NoOpPorts]
    /// @param region the gateway's Region
    public SnapshotPriming(RequestStreamHandler handler, String region) {
        this.handler = Objects.requireNonNull(handler);
        this.region = Objects.requireNonNull(region);
    }

    /// Sends all requests many times.
    ///
    /// @throws IllegalStateException if the handler fails, so that no snapshot is published
    public void run() {
        List<byte[]> events = events();
        for (int i = 0; i < ROUNDS; i++) events.forEach(this::send);
    }

    private List<byte[]> events() {
        String good = validRequest();
        return List.of(
                event("POST", "/clusters", "", good),
                event("POST", "/clusters", "dryRun=true", good),
                event("POST", "/clusters", "", WRONG),
                event("POST", "/clusters", "", "{"),
                event("GET", "/policy", "", ""),
                event("GET", "/health", "", ""));
    }

    /// A request that the bundled policy allows; another policy's refusal warms up code as well.
    private String validRequest() {
        return """
        {"ClusterName": "rehearsed",
         "InstanceGroups": [{"InstanceGroupName": "workers", "InstanceType": "ml.c5.xlarge", "InstanceCount": 2,
           "ThreadsPerCore": 1, "ExecutionRole": "arn:aws:iam::%1$s:role/hyperpod-workers",
           "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-%2$s-%1$s/lifecycle", "OnCreate": "on_create.sh"}}],
         "Tags": [{"Key": "Team", "Value": "research"}, {"Key": "CostCenter", "Value": "1"},
           {"Key": "Environment", "Value": "dev"}]}\
        """
                .formatted(ACCOUNT, region);
    }

    private void send(byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, new PrimingContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(JsonReader.read(answer.toByteArray()) instanceof Reading.Read(JsonObject response))
                || response.integer("statusCode").orElse(500L) >= 500) {
            throw new IllegalStateException("the gateway fails when it is primed: " + answer);
        }
    }

    private static byte[] event(String method, String path, String query, String body) {
        JsonObject iam =
                JsonObject.of("userArn", Json.of("arn:aws:iam::" + ACCOUNT + ":user/rehearsal"))
                        .with("userId", Json.of("AIDAREHEARSAL"));
        JsonObject http =
                JsonObject.of("method", Json.of(method))
                        .with("path", Json.of(path))
                        .with("sourceIp", Json.of("127.0.0.1"))
                        .with("userAgent", Json.of("rehearsal"));
        JsonObject context =
                JsonObject.of("accountId", Json.of(ACCOUNT))
                        .with("requestId", Json.of("rehearsal"))
                        .with("http", http)
                        .with("authorizer", JsonObject.of("iam", iam));
        return JsonObject.of("version", Json.of("2.0"))
                .with("rawPath", Json.of(path))
                .with("rawQueryString", Json.of(query))
                .with("headers", JsonObject.of("content-type", Json.of("application/json")))
                .with("requestContext", context)
                .with("body", Json.of(body))
                .with("isBase64Encoded", Json.of(false))
                .toText()
                .getBytes(StandardCharsets.UTF_8);
    }
}
