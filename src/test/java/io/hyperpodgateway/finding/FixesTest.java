package io.hyperpodgateway.finding;

import static io.hyperpodgateway.rules.FixedRequests.assertFixesHold;
import static io.hyperpodgateway.rules.FixedRequests.fixed;
import static io.hyperpodgateway.rules.SpecDocuments.document;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.rules.RandomMistakes;
import io.hyperpodgateway.rules.SpecDocuments;
import io.hyperpodgateway.rules.Specification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What fixes hold to, whatever they are fixes of.
class FixesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");
    private static final String GROUP =
            "{'InstanceGroupName':'a','instance_count':'2','InstanceType':'ml.m5.xlarge',"
                    + "'LifeCycleConfig':{'SourceS3Uri':'s3://sagemaker-x/y','OnCreate':'a'},"
                    + "'execution_role':'arn:aws:iam::111122223333:role/x'}";

    private final Specification specification =
            Specification.of(ServiceModel.bundled(), false, "us-east-1");

    @ParameterizedTest
    @MethodSource("cases")
    void holdOnEveryCase(String name) {
        assertFixesHold(specification, request(name));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdOnEveryCaseWithMistakes(String name) {
        // the largest ones take long
        long seeds = name.contains("hundred") ? 2 : 12;
        LongStream.range(0, seeds)
                .forEach(seed -> {
                    JsonObject mistaken = new RandomMistakes(seed).in(request(name));
                    try {
                        assertFixesHold(specification, mistaken);
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError("seed " + seed + " of " + name, e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("validCases")
    void holdOnManyMistakesInWhatIsValid(String name) {
        long seeds = name.contains("hundred") ? 5 : 100;
        LongStream.range(1_000, 1_000 + seeds)
                .forEach(seed -> {
                    try {
                        assertFixesHold(specification, new RandomMistakes(seed).in(request(name)));
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError("seed " + seed + " of " + name, e);
                    }
                });
    }

    @Test
    void mendAllThatOneAnswerTells() {
        JsonObject request =
                document(
                        "{'cluster_name':'a','instanceGroups':[%s],'Tags':{'Team':'x','Env':'dev'},'nodeRecovery':'automatic'}"
                                .formatted(GROUP));

        assertThat(summaries(specification.check(request)))
                .containsExactly(
                        "unknown-member /cluster_name",
                        "unknown-member /instanceGroups",
                        "unknown-member /instanceGroups/0/instance_count",
                        "type /instanceGroups/0/instance_count",
                        "unknown-member /instanceGroups/0/execution_role",
                        "type /Tags",
                        "unknown-member /nodeRecovery",
                        "enum /nodeRecovery");
        JsonObject fixed = fixed(specification, request);
        assertThat(specification.check(fixed)).isEmpty();
        assertThat(fixed)
                .isEqualTo(
                        document(
                                "{'InstanceGroups':[{'InstanceGroupName':'a','InstanceCount':2,'InstanceType':'ml.m5.xlarge',"
                                        + "'LifeCycleConfig':{'SourceS3Uri':'s3://sagemaker-x/y','OnCreate':'a'},'ExecutionRole':"
                                        + "'arn:aws:iam::111122223333:role/x'}],'Tags':[{'Key':'Team','Value':'x'},"
                                        + "{'Key':'Env','Value':'dev'}],'ClusterName':'a','NodeRecovery':'Automatic'}"));
    }

    @Test
    void holdWhereAnAnswerIsCut() {
        JsonObject request =
                document(
                        "{'ClusterName':'a','instance_groups':[%s]}"
                                .formatted(String.join(",", Collections.nCopies(90, GROUP))));

        assertThat(specification.check(request)).hasSize(361);
        assertFixesHold(specification, request);
    }

    @Test
    @Timeout(10)
    void stayFewOnHostileDocuments() {
        String names =
                IntStream.range(0, 20_000)
                        .mapToObj("'InstanceTyp%x':0"::formatted)
                        .collect(Collectors.joining(",", "{'InstanceGroups':[{", "}]}"));
        String tags =
                IntStream.range(0, 30_000)
                        .mapToObj("'%x':''"::formatted)
                        .collect(Collectors.joining(",", "{'Tags':{", "}}"));

        for (String text : List.of(names, tags)) {
            JsonObject request = document(text);
            assertFixesHold(specification, request);
            assertThat(Findings.toJson(Findings.limit(specification.check(request))).toText())
                    .hasSizeLessThan(100_000);
        }
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    static List<String> validCases() throws IOException {
        return cases().stream().filter(name -> name.startsWith("valid")).toList();
    }

    private static JsonObject request(String name) {
        try {
            return (JsonObject)
                    SpecDocuments.json(
                            Files.readString(CASES.resolve(name).resolve("request.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
