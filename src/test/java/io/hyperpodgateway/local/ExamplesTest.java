package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.rules.Specification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The example requests: AWS accepts them, and each shows what one of the bundled policies allows.
class ExamplesTest {

    private static final Place PLACE = new Place("000000000000", "us-east-1");
    private static final String USER = "arn:aws:iam::000000000000:user/local";
    private static final List<String> POLICIES =
            List.of("default", "sandbox", "research", "production");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Examples.FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void areNothingThatAwsWouldRefuse(Path file) throws IOException {
        var read = JsonReader.read(Files.readString(file)).orElseThrow();
        var specification = Specification.of(ServiceModel.bundled(), true, PLACE.region());

        assertThat(specification.check((JsonObject) read)).noneMatch(Finding::isError);
    }

    @ParameterizedTest
    @CsvSource({
        "first-cluster, default, arn:aws:iam::000000000000:user/local",
        "slurm-small, sandbox, arn:aws:iam::000000000000:user/local",
        "slurm-fsx, research, arn:aws:iam::000000000000:role/ml-language",
        "restricted-groups, research, arn:aws:iam::000000000000:role/ml-language",
        "eks-p5-training-plan, production, arn:aws:iam::000000000000:user/local",
        "eks-autoscaling, production, arn:aws:iam::000000000000:role/release"
    })
    void areAllowedByOneOfTheBundledPolicies(String example, String policy, String principal)
            throws IOException {
        String document = Files.readString(Examples.FOLDER.resolve(example + ".json"));

        for (String other : POLICIES) {
            assertThat(trial(other).allows(principal, document))
                    .as(other)
                    .isEqualTo(other.equals(policy));
        }
        if (!principal.equals(USER)) assertThat(trial(policy).allows(USER, document)).isFalse();
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + example + ".json`");
    }

    @Test
    void areTriedInTheOrderOfTheReadme() throws IOException {
        List<String> table =
                Pattern.compile("(?m)^\\| `([a-z0-9-]+\\.json)` \\|")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(row -> row.group(1))
                        .toList();
        List<String> documents = new ArrayList<>();
        for (String name : table) documents.add(Files.readString(Examples.FOLDER.resolve(name)));

        assertThat(Examples.documents(PLACE)).isEqualTo(documents);
    }

    @Test
    void areAllInThatTable() throws IOException {
        assertThat(files()).hasSize(6);
    }

    @Test
    void areTheSameForAnotherAccountAndRegion() {
        assertThat(Examples.documents(new Place("111122223333", "eu-west-1")))
                .hasSize(6)
                .noneMatch(text -> text.contains("000000000000") || text.contains("us-east-1"));
    }

    private static PolicyTrial trial(String policy) {
        return PolicyTrial.of(
                        Map.of(
                                "POLICY_SOURCE",
                                "bundled:" + policy,
                                "AWS_REGION",
                                "us-east-1",
                                "AUDIT_TABLE",
                                "audit",
                                "OPEN_TABLE",
                                "open"),
                        PLACE)
                .orElseThrow();
    }
}
