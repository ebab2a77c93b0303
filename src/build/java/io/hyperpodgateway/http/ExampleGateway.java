package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.ReadAccess;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.port.EmptyOpenIntentStore;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// The real router under the bundled policy, on a record and a SageMaker in memory. Its answers are
/// in the description, so that no example is made up.
final class ExampleGateway {

    static final Identity CALLER =
            new AssumedRole(
                    "arn:aws:iam::000000000000:role/ml-research",
                    "AROAEXAMPLEIDOFROLE01",
                    "000000000000",
                    "jo");

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final HttpEndpoint endpoint;

    ExampleGateway(String version) {
        var gatewayIdentity = new GatewayIdentity("hyperpod-gateway", "us-east-1", version);
        var inMemory = new ExamplePorts(NOW);
        var ports = new Ports(inMemory, new EmptyOpenIntentStore(), inMemory, inMemory, inMemory);
        var model = ServiceModel.bundled();
        Policy policy = bundledPolicy();
        var rulebook =
                new Rulebook(Specification.of(model, false, gatewayIdentity.region()), policy);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        endpoint =
                new ExceptionBarrier(
                        new Router(
                                new Admission(
                                        rulebook, gatewayIdentity, ports, Answers::status, clock),
                                new ReadAccess(
                                        rulebook,
                                        ports,
                                        new ExampleList(inMemory),
                                        gatewayIdentity.region()),
                                Health.of(version, policy, model),
                                inMemory),
                        inMemory::internalError);
    }

    /// The answer to a body that [#CALLER] posts.
    HttpAnswer post(String example, String query, String body) {
        return send(example, "POST", "/clusters", query, CALLER, JSON, body);
    }

    /// The answer to a path that [#CALLER] reads.
    HttpAnswer get(String example, String path, String query) {
        return send(example, "GET", path, query, CALLER, Map.of(), "");
    }

    /// The answer to any request.
    ///
    /// @param example its name, from which its request id is derived
    HttpAnswer send(
            String example,
            String method,
            String path,
            String query,
            Identity caller,
            Map<String, String> headers,
            String body) {
        HttpRequest request = request(method, path, query, caller, headers, body);
        return endpoint.answer(request, context(example, caller)).answer();
    }

    static HttpRequest request(String method, String path) {
        return request(method, path, "", CALLER, Map.of(), "");
    }

    static RequestContext context(String example, Identity caller) {
        return new RequestContext(requestId(example), caller, source(), NOW);
    }

    static String requestId(String example) {
        return "r-" + Sha256.hex(example).substring(0, 32);
    }

    private static HttpRequest request(
            String method,
            String path,
            String query,
            Identity caller,
            Map<String, String> headers,
            String body) {
        return new HttpRequest(
                method,
                path,
                query,
                new Headers(headers),
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                caller,
                source(),
                () -> Duration.ofSeconds(28));
    }

    private static RequestSource source() {
        return new RequestSource(
                Optional.of("000000000000"),
                Optional.of("203.0.113.7"),
                Optional.of("curl/8.5.0"),
                Optional.of("JKJaXmPLvHcESHA="),
                Optional.of("5d1c9d4e-5f1b-4c0e-9a53-2f0b6a7c8d9e"));
    }

    private static Policy bundledPolicy() {
        return PolicyReader.read(
                                BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow(),
                                ServiceModel.bundled())
                        instanceof Reading.Read(var policy)
                ? policy
                : fail();
    }

    private static Policy fail() {
        throw new IllegalStateException("the bundled policy cannot be read");
    }
}
