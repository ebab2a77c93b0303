package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RecordingTelemetry;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.ScriptedClusters;
import io.hyperpodgateway.admission.Submission;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.settlement.InMemoryOpenIntentStore;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.corpus.Delivery;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.lambda.HandlerOnFakes;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.rules.CrossFieldRules;
import io.hyperpodgateway.rules.Rule;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.shape.ShapeValidator;
import io.hyperpodgateway.text.Reading;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The cost of each part of a request, by number of groups.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Parts {

    private static final Duration REMAINING = Duration.ofSeconds(28);

    @Param({"1", "10", "100"})
    public int groups;

    private final ServiceModel model = ServiceModel.bundled();
    private final ShapeValidator validator = new ShapeValidator(model, Level.WARN);
    private final List<Rule> rules = CrossFieldRules.in(GoodRequest.REGION);
    private final Specification specification = Specification.of(model, false, GoodRequest.REGION);
    private final Policy policy = bundled(model);
    private final Rulebook rulebook = new Rulebook(specification, policy);
    private final Place place = new Place(GoodRequest.ACCOUNT, GoodRequest.REGION);
    private final Caller caller = AdmissionFixture.role("ml-research");
    private final RequestContext context =
            AdmissionFixture.context(AdmissionFixture.role("ml-research"));
    private JsonObject good = JsonObject.EMPTY;
    private JsonObject mistaken = JsonObject.EMPTY;
    private byte[] body = new byte[0];
    private byte[] event = new byte[0];

    /// Creates a valid request, and one with a mistake in each group, and checks that they are.
    @Setup
    public void write() {
        good = GoodRequest.of(groups);
        body = good.toText().getBytes(StandardCharsets.UTF_8);
        event = Delivery.of(body);
        mistaken =
                good.with(
                        "InstanceGroups",
                        new JsonArray(
                                good.items("InstanceGroups").stream()
                                        .map(JsonObject.class::cast)
                                        .<Json>map(group -> group.with("InstanceTyp", Json.of(1)))
                                        .toList()));
        boolean made = admission().outcome() instanceof Outcome.Created;
        boolean answered =
                handler().integer("statusCode").filter(status -> status == 201).isPresent();
        if (!made || !answered || check().denied() || mistakes().isEmpty())
            throw new IllegalStateException("not the requests that are to be measured");
    }

    /// From bytes to a document.
    @Benchmark
    public Reading<Json, JsonFlaw> reading() {
        return JsonReader.read(body);
    }

    /// The shape check alone.
    @Benchmark
    public List<Finding> shapes() {
        return validator.check(good);
    }

    /// The cross-field rules alone.
    @Benchmark
    public long rules() {
        var request = new ClusterRequest(good);
        return rules.stream().mapToLong(rule -> rule.check(request).toList().size()).sum();
    }

    /// The bundled policy alone.
    @Benchmark
    public PolicyDecision policy() {
        return policy.decide(caller, place, new ClusterRequest(good));
    }

    /// From bytes to a decision: the four above, one after the other.
    @Benchmark
    public PolicyDecision check() {
        JsonObject document =
                JsonReader.read(body).orElseThrow() instanceof JsonObject object
                        ? object
                        : JsonObject.EMPTY;
        List<Finding> findings = specification.check(document);
        if (findings.stream().anyMatch(Finding::isError))
            throw new IllegalStateException(findings.toString());
        return policy.decide(caller, place, new ClusterRequest(document));
    }

    /// The specification on a request with a mistake in each group.
    @Benchmark
    public List<Finding> mistakes() {
        return specification.check(mistaken);
    }

    /// All of admission, from bytes to a recorded cluster, on fakes.
    @Benchmark
    public Conclusion admission() {
        var log = new InMemoryAuditLog();
        var clusters = new ScriptedClusters();
        var ports =
                new Ports(
                        log,
                        new InMemoryOpenIntentStore(log),
                        clusters,
                        clusters,
                        new RecordingTelemetry());
        return new Admission(
                        rulebook,
                        AdmissionFixture.GATEWAY,
                        ports,
                        Answers::status,
                        Clock.systemUTC())
                .admit(
                        new Submission(
                                context,
                                false,
                                Optional.empty(),
                                RequestBody.of(body),
                                () -> REMAINING));
    }

    /// The whole handler, from event to answer, on fakes. Includes reading the answer, for the
    /// check.
    @Benchmark
    public JsonObject handler() {
        return new HandlerOnFakes(rulebook).handle(event);
    }

    private static Policy bundled(ServiceModel model) {
        String text = BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow();
        if (PolicyReader.read(text, model) instanceof Reading.Read(Policy policy)) return policy;
        throw new IllegalStateException("the bundled policy cannot be read");
    }
}
