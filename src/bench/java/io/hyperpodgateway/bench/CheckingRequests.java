package io.hyperpodgateway.bench;

import io.hyperpodgateway.corpus.GoodRequests;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
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
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reading a request and checking it against the specification, by number of groups.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckingRequests {

    private static final String REGION = "us-east-1";

    @Param({"1", "10", "100"})
    public int groups;

    private final ServiceModel model = ServiceModel.bundled();
    private final ShapeValidator validator = new ShapeValidator(model, Level.WARN);
    private final List<Rule> rules = CrossFieldRules.in(REGION);
    private final Specification specification = Specification.of(model, false, REGION);
    private JsonObject good = JsonObject.EMPTY;
    private JsonObject mistaken = JsonObject.EMPTY;
    private byte[] body = new byte[0];

    @Setup
    public void write() {
        good = GoodRequests.eks(groups);
        body = good.toText().getBytes(StandardCharsets.UTF_8);
        mistaken =
                good.with(
                        "InstanceGroups",
                        new JsonArray(
                                good.items("InstanceGroups").stream()
                                        .map(JsonObject.class::cast)
                                        .<Json>map(group -> group.with("InstanceTyp", Json.of(1)))
                                        .toList()));
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

    /// From bytes to findings.
    @Benchmark
    public List<Finding> all() {
        return JsonReader.read(body) instanceof Reading.Read(JsonObject document)
                ? specification.check(document)
                : List.of();
    }

    /// The specification on a request with a mistake in each group.
    @Benchmark
    public List<Finding> mistakes() {
        return specification.check(mistaken);
    }
}
