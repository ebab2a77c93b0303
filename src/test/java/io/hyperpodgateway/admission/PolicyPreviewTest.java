package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Policy findings in an answer of the specification.
class PolicyPreviewTest {

    private static final String QUOTED =
            AdmissionFixture.GOOD.replace("\"InstanceCount\": 2", "\"InstanceCount\": \"2\"");
    private static final String P5 = QUOTED.replace("ml.m5.xlarge", "ml.p5.48xlarge");
    private static final String TAGS = "\"Tags\": [{\"Key\": \"Team\", \"Value\": \"vision\"}]";

    private final AdmissionFixture admissionFixture = new AdmissionFixture();

    @Test
    void saysInOneRoundWhatSpecificationAndPolicyRefuse() {
        Outcome outcome = admissionFixture.admit(P5.replace("\"Team\"", "\"Crew\""));

        assertThat(outcome.id()).isEqualTo("invalid-request");
        assertThat(outcome.findings())
                .extracting(Finding::source, Finding::rule, f -> f.pointer().toString())
                .containsExactly(
                        tuple(Source.POLICY, "approved-types", "/InstanceGroups/0/InstanceType"),
                        tuple(Source.SHAPE, "type", "/InstanceGroups/0/InstanceCount"),
                        tuple(Source.POLICY, "team-tag", "/Tags"));
    }

    @Test
    void saysTheSameOfADryRun() {
        String body = P5.replace("\"Team\"", "\"Crew\"");
        List<Finding> dryRun = new AdmissionFixture().dryRun(body).findings();

        assertThat(dryRun).isEqualTo(admissionFixture.admit(body).findings()).hasSize(3);
    }

    @Test
    void decidesNothingOnTheCopy() {
        admissionFixture.policyAlso(
                """
                  - {id: slow, enforcement: deny, check: {clusterName: {pattern: '(.*)(.*)(.*)(.*)(.*)b'}}}
                """);
        String body = P5.replace("vision\",\n", "a".repeat(60) + "\",\n");

        Outcome outcome = admissionFixture.admit(body);

        assertThat(rules(outcome)).containsExactly("approved-types", "type");
        assertThat(admissionFixture.telemetry.undecided()).isEmpty();
        AuditEvent event =
                admissionFixture.log.eventsOf(AdmissionFixture.ID, Duration.ZERO).getFirst();
        assertThat(event.text("outcome")).contains("invalid-request");
        assertThat(event.text("request")).contains(AdmissionFixture.document(body).toText());
        assertThat(event.text("findings").orElseThrow())
                .contains("approved-types")
                .doesNotContain("watched-names");
    }

    @Test
    void looksAtAllOfADocumentOfRightShapes() {
        String twice =
                AdmissionFixture.GOOD.replace(
                        "\"Tags\": [",
                        "\"Tags\": [{\"Key\": \"k\", \"Value\": \"\"}, {\"Key\": \"k\", \"Value\":"
                                + " \"\"}, ");

        assertThat(rules(admissionFixture.admit(twice.replace("ml.m5.xlarge", "ml.p5.48xlarge"))))
                .containsExactly("approved-types", "tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Tags\": 7",
                "\"Tags\": [7]",
                "\"Tags\": [{\"Key\": {}, \"Value\": \"vision\"}]",
                "\"Tags\": [{\"Value\": \"vision\"}]"
            })
    void asksForNoTagThatMayBeInWhatCannotBeRead(String tags) {
        assertThat(rules(admissionFixture.admit(P5.replace(TAGS, tags))))
                .contains("approved-types")
                .doesNotContain("team-tag");
    }

    @Test
    void asksForATagBesideOneThatIsRepaired() {
        String repaired = "\"Tags\": [{\"key\": \"Crew\", \"Value\": \"vision\"}]";

        assertThat(rules(admissionFixture.admit(P5.replace(TAGS, repaired)))).contains("team-tag");
    }

    @Test
    void findsTheTagThatIsRepaired() {
        String repaired = "\"Tags\": [{\"key\": \"Team\", \"Value\": \"vision\"}]";

        assertThat(rules(admissionFixture.admit(P5.replace(TAGS, repaired))))
                .doesNotContain("team-tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "[\"ml.p5.48xlarge\", \"ml.p5.48xlarge\"]"})
    void saysNothingWhereTheShapeIsWrong(String type) {
        Outcome outcome =
                admissionFixture.admit(AdmissionFixture.GOOD.replace("\"ml.m5.xlarge\"", type));

        assertThat(outcome.id()).isEqualTo("invalid-request");
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.source() == Source.POLICY)
                .isEmpty();
    }

    @Test
    void saysNothingBelowAMemberOfAWrongName() {
        Outcome outcome =
                admissionFixture.admit(
                        AdmissionFixture.GOOD
                                .replace("InstanceGroups", "instanceGroups")
                                .replace("ml.m5.xlarge", "ml.p5.48xlarge")
                                .replace("\"Team\"", "\"Crew\""));

        assertThat(rules(outcome)).containsExactly("unknown-member", "team-tag");
    }

    @Test
    void saysOfAdditionsThatTheyAreAdded() {
        admissionFixture.policyAlso(
                "defaults: {ClusterRole: 'arn:aws:iam::111122223333:role/closed-1'}\n"
                        + "tags: {Team: platform}\n");

        assertThat(admissionFixture.admit(QUOTED).findings())
                .filteredOn(finding -> finding.source() == Source.POLICY)
                .extracting(Finding::rule, f -> f.pointer().toString(), Finding::added)
                .containsExactlyInAnyOrder(
                        tuple("unlisted-reference", "/ClusterRole", true),
                        tuple("tag-conflict", "/Tags/0/Value", false));
    }

    @Test
    void keepsToTheMostFindingsInDocumentOrder() {
        String unknown =
                IntStream.range(0, 150)
                        .mapToObj("\"hush%d\": 1, "::formatted)
                        .collect(Collectors.joining());
        String early = AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge");

        List<Finding> findings =
                admissionFixture.admit(early.replace("\"Tags\"", unknown + "\"Tags\"")).findings();

        assertThat(findings).hasSize(100);
        assertThat(findings.getFirst().rule()).isEqualTo("approved-types");
        assertThat(findings.getLast().rule()).isEqualTo("too-many-findings");
        assertThat(findings.getLast().message()).contains("52");
    }

    @Test
    void saysNoMoreOfADocumentWithAThousandMistakes() {
        String unknown =
                IntStream.range(0, 1_100)
                        .mapToObj("\"hush%d\": 1, "::formatted)
                        .collect(Collectors.joining());

        assertThat(
                        rules(
                                admissionFixture.admit(
                                        P5.replace(
                                                "\"InstanceGroups\"",
                                                unknown + "\"InstanceGroups\""))))
                .doesNotContain("approved-types");
    }

    private static List<String> rules(Outcome outcome) {
        return outcome.findings().stream().map(Finding::rule).toList();
    }
}
