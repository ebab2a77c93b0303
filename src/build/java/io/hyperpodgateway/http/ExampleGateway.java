package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.Body;
import io.hyperpodgateway.admission.Inquiry;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.port.NothingOpen;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.audit.Origin;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.json.Sha256;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.PolicyReading;
import io.hyperpodgateway.spec.Specification;
import io.hyperpodgateway.spec.model.ServiceModel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// The real front door under the bundled policy, on a record and a SageMaker in memory. What it
/// answers stands in the description, so no example is made up.
final class ExampleGateway {

    static final Identity CALLER =
            new AssumedRole(
                    "arn:aws:iam::000000000000:role/ml-research",
                    "AROAEXAMPLEIDOFROLE01",
                    "000000000000",
                    "jo");

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final FrontDoor door;

    /// @param version the gateway's version
    ExampleGateway(String version) {
        var gateway = new Gateway("hyperpod-gateway", "us-east-1", version);
        var world = new ExampleWorld(NOW);
        var ports = new Ports(world, new NothingOpen(), world, world, world);
        var model = ServiceModel.bundled();
        Policy policy = bundledPolicy();
        var rulebook = new Rulebook(Specification.of(model, false, gateway.region()), policy);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        door =
                new FailingSafe(
                        new OpenFrontDoor(
                                new Admission(rulebook, gateway, ports, Answers::status, clock),
                                new Inquiry(
                                        rulebook, ports, new ExampleList(world), gateway.region()),
                                Health.of(version, policy, model),
                                world),
                        world::bug);
    }

    /// What a body posted by [#CALLER] is answered.
    HttpAnswer post(String example, String query, String body) {
        return send(example, "POST", "/clusters", query, CALLER, JSON, body);
    }

    /// What a path read by [#CALLER] is answered.
    HttpAnswer get(String example, String path, String query) {
        return send(example, "GET", path, query, CALLER, Map.of(), "");
    }

    /// What any request is answered.
    ///
    /// @param example its name, from which its requestId comes
    HttpAnswer send(
            String example,
            String method,
            String path,
            String query,
            Identity caller,
            Map<String, String> headers,
            String body) {
        HttpRequest request = request(method, path, query, caller, headers, body);
        return door.answer(request, visit(example, caller)).answer();
    }

    /// A request of [#CALLER] without query, headers and body.
    static HttpRequest request(String method, String path) {
        return request(method, path, "", CALLER, Map.of(), "");
    }

    /// The circumstances of an example.
    static Visit visit(String example, Identity caller) {
        return new Visit(requestId(example), caller, origin(), NOW);
    }

    /// The id of the request of that example.
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
                Body.of(body.getBytes(StandardCharsets.UTF_8)),
                caller,
                origin(),
                () -> Duration.ofSeconds(28));
    }

    private static Origin origin() {
        return new Origin(
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
                        instanceof PolicyReading.Read(var policy)
                ? policy
                : fail();
    }

    private static Policy fail() {
        throw new IllegalStateException("the bundled policy cannot be read");
    }
}
