package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.FindingFactory;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.defaults.Additions;
import io.hyperpodgateway.policy.document.Binding;
import io.hyperpodgateway.policy.document.Enforcement;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.PolicyDocument;
import io.hyperpodgateway.policy.document.PolicyRule;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class PolicyTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private static final Place PLACE = new Place("111122223333", "eu-west-1");
    private static final Caller ADA = caller("arn:aws:iam::111122223333:role/ml-ada");
    private static final Caller EVE = caller("arn:aws:iam::999999999999:role/ml-eve");
    private static final ClusterRequest EMPTY = request("{}");

    @Test
    void showsTheWordsAndHelpOfTheRule() {
        var policy =
                policy(
                        """
                        version: "1"
                        rules:
                          - id: names
                            message: ask the platform team
                            help: https://wiki.example.com/names
                            check: {clusterName: {pattern: "ml-.*"}}
                        """);

        assertThat(policy.decide(ADA, PLACE, EMPTY).shown())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("ask the platform team");
                    assertThat(finding.help()).contains("https://wiki.example.com/names");
                    assertThat(finding.source()).isEqualTo(Finding.Source.POLICY);
                });
    }

    @Test
    void showsFindingsInTheOrderOfTheRequest() {
        var policy =
                policy(
                        """
                        version: "1"
                        rules:
                          - {id: tags, check: {requiredTags: {Team: {}}}}
                          - {id: types, check: {allowedInstanceTypes: []}}
                          - {id: names, check: {clusterName: {pattern: x}}}
                        """);
        var request =
                request(
                        "{'InstanceGroups': [{'ExecutionRole': 'r', 'InstanceType': 'a'}],"
                                + " 'ClusterName': 'y'}");

        assertThat(policy.decide(ADA, PLACE, request).shown())
                .extracting(Finding::rule)
                .containsExactly(
                        "unlisted-reference", "types", "unlimited-instances", "names", "tags");
    }

    @Test
    void deniesWhenARuleThatDeniesFails() {
        assertThat(failing(Enforcement.DENY).denied()).isTrue();
        assertThat(failing(Enforcement.DENY).shown())
                .extracting(Finding::rule, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "broken", "the rule broken could not be decided: no luck"));
    }

    @Test
    void keepsTheLevelOfAnotherRuleThatFails() {
        assertThat(failing(Enforcement.WARN).shown())
                .extracting(Finding::level)
                .containsExactly(Level.WARN);
        assertThat(failing(Enforcement.WARN).denied()).isFalse();
        assertThat(failing(Enforcement.AUDIT).shown()).isEmpty();
        assertThat(failing(Enforcement.AUDIT).audited())
                .extracting(Finding::level)
                .containsExactly(Level.INFO);
    }

    @Test
    void namesTheFailureThatHasNoWords() {
        var policyRule = rule(Enforcement.DENY, new Failing(new IllegalStateException()));

        assertThat(policyRule.evaluate(EMPTY).findings().getFirst().message())
                .endsWith("could not be decided: IllegalStateException");
    }

    @Test
    void knowsAuditorsOfThisPlace() {
        var policy = policy("version: \"1\"\nauditors: [\"arn:aws:iam::{accountId}:role/ml-*\"]\n");

        assertThat(policy.isAuditor(ADA, PLACE)).isTrue();
        assertThat(policy.isAuditor(EVE, PLACE)).isFalse();
        assertThat(policy.isAuditor(EVE, new Place("999999999999", "eu-west-1"))).isTrue();
    }

    @Test
    void showsEverybodyTheContact() {
        var policy = policy("{version: \"1\", contact: \"#ml-platform\"}");

        assertThat(policy.describe(EVE, PLACE).text("contact")).contains("#ml-platform");
        assertThat(policy("{version: \"1\"}").describe(EVE, PLACE).get("contact")).isEmpty();
    }

    @Test
    void describesWhatBindsTheCaller() {
        String text =
                """
                version: v1
                auditors: ["*:role/platform"]
                prices: {ml.p5.48xlarge: 55.040}
                rules:
                  - id: types
                    principals: ["arn:aws:iam::{accountId}:role/ml-*"]
                    check: {allowedInstanceTypes: ["ml.{region}.*"]}
                  - id: sizes
                    enforcement: deny
                    message: too many
                    help: https://example.com
                    check: {maxInstances: {perGroup: 4, perType: {"ml.p5.*": 2, "ml.g5.*": 3}}}
                    autoScaling: allow
                  - id: more-sizes
                    check: {maxInstances: {perGroup: 6, perCluster: 8, perType: {"ml.p5.*": 1}}}
                  - id: advice
                    enforcement: warn
                    check: {maxInstances: {perGroup: 1}}
                  - id: cost
                    check: {maxHourlyCost: 120.50}
                  - id: less-cost
                    check: {maxHourlyCost: 99}
                    autoScaling: allow
                  - id: cheap
                    enforcement: audit
                    check: {maxHourlyCost: 1}
                  - id: volumes
                    check: {maxVolumeSizeInGB: 500}
                  - id: smaller-volumes
                    check: {maxVolumeSizeInGB: 200}
                  - id: file-systems
                    check: {maxFileSystemSizeInGiB: 4800}
                  - id: smaller-file-systems
                    check: {maxFileSystemSizeInGiB: 1200}
                  - id: small-volumes
                    enforcement: warn
                    check: {maxVolumeSizeInGB: 100}
                  - id: images
                    check: {allowedReferences: {images: ["ami-1*"]}}
                  - id: fewer-images
                    check: {allowedReferences: {images: ["ami-12*"], kmsKeys: []}}
                """;
        JsonObject eve = policy(text).describe(EVE, PLACE);
        JsonObject ada = policy(text).describe(ADA, PLACE);

        assertThat(eve.members())
                .containsOnlyKeys(
                        "version",
                        "sha256",
                        "rules",
                        "instanceTypes",
                        "references",
                        "limits",
                        "prices",
                        "defaults",
                        "tags");
        assertThat(eve.items("rules")).hasSize(13);
        assertThat(ada.items("rules")).hasSize(14);
        assertThat(ada.items("rules").getFirst().toText())
                .isEqualTo(
                        "{'id':'types','enforcement':'deny','words':'every instance type is one of: ml.eu-west-1.*','check':{'allowedInstanceTypes':['ml.eu-west-1.*']}}"
                                .replace('\'', '"'));
        assertThat(eve.items("rules").getFirst().toText())
                .isEqualTo(
                        "{'id':'sizes','enforcement':'deny','message':'too many','help':'https://example.com','words':'at most 4 instances in a group, 2 of ml.p5.*, 3 of ml.g5.*','check':{'maxInstances':{'perGroup':4,'perType':{'ml.p5.*':2,'ml.g5.*':3}}},'autoScaling':'allow'}"
                                .replace('\'', '"'));
        assertThat(eve.object("limits").orElseThrow().toText())
                .isEqualTo(
                        "{'open':true,'perGroup':4,'perType':{'ml.p5.*':1,'ml.g5.*':3},'perCluster':8,'maxHourlyCost':'99.00','maxVolumeSizeInGB':200,'maxFileSystemSizeInGiB':1200}"
                                .replace('\'', '"'));
        assertThat(eve.items("rules").get(3).toText())
                .isEqualTo(
                        "{'id':'cost','enforcement':'deny','words':'the cluster costs at most 120.50 USD an hour, by the prices of the policy; no automatic scaling','check':{'maxHourlyCost':120.50},'autoScaling':'deny'}"
                                .replace('\'', '"'));
        assertThat(((JsonObject) eve.items("rules").get(4)).text("autoScaling")).contains("allow");
        assertThat(eve.object("prices").orElseThrow().toText())
                .isEqualTo("{\"ml.p5.48xlarge\":\"55.040\"}");
        assertThat(ada.object("instanceTypes").orElseThrow().toText())
                .isEqualTo("{\"open\":true,\"allowed\":[[\"ml.eu-west-1.*\"]]}");
        assertThat(eve.object("instanceTypes").orElseThrow().toText())
                .isEqualTo("{\"open\":false,\"allowed\":[]}");
        JsonObject references = eve.object("references").orElseThrow();
        assertThat(references.members()).hasSize(12);
        assertThat(references.get("images").orElseThrow().toText())
                .isEqualTo("{\"open\":true,\"allowed\":[[\"ami-1*\"],[\"ami-12*\"]]}");
        assertThat(references.get("kmsKeys").orElseThrow().toText())
                .isEqualTo("{\"open\":true,\"allowed\":[[]]}");
        assertThat(references.get("secrets").orElseThrow().toText())
                .isEqualTo("{\"open\":false,\"allowed\":[]}");
    }

    @Test
    void describesEveryCheckAsItIsWritten() {
        String checks =
                """
                version: "1"
                rules:
                  - {id: a, check: {clusterName: {pattern: "x+"}}}
                  - {id: b, check: {requiredTags: {A: {}, B: {values: [b, c]}, C: {pattern: d}}}}
                  - {id: c, check: {allowedReferences: {secrets: ["s"]}}}
                """;

        assertThat(policy(checks).describe(ADA, PLACE).items("rules"))
                .extracting(rule -> ((JsonObject) rule).get("check").orElseThrow().toText())
                .containsExactly(
                        "{\"clusterName\":{\"pattern\":\"x+\"}}",
                        "{\"requiredTags\":{\"A\":{},\"B\":{\"values\":[\"b\",\"c\"]},\"C\":{\"pattern\":\"d\"}}}",
                        "{\"allowedReferences\":{\"secrets\":[\"s\"]}}");
    }

    @Test
    void showsTheDocumentToAuditorsAlone() {
        String text = "version: v1\nauditors: [\"arn:aws:iam::*:role/ml-ada\"]\n";

        assertThat(policy(text).describe(ADA, PLACE).text("document")).contains(text);
        assertThat(policy(text).describe(EVE, PLACE).get("document")).isEmpty();
    }

    @Test
    void calculatesTheCostWhereItHasPrices() {
        var request =
                request(
                        "{'InstanceGroups': [{'InstanceType': 'ml.t3.large', 'InstanceCount':"
                                + " 3}]}");

        assertThat(policy("version: '1'\nprices: {}").hourlyCost(request)).isEmpty();
        assertThat(policy("version: '1'\nprices: {ml.t3.large: 0.1}").hourlyCost(request))
                .hasValueSatisfying(cost -> assertThat(cost.total()).isEqualByComparingTo("0.3"));
    }

    @Test
    void warnsOfACostLimitWithoutPrices() {
        var policy = policy("{version: '1', rules: [{id: a, check: {maxHourlyCost: 1}}]}");

        assertThat(policy.warnings()).extracting(Mistake::rule).contains("no-prices");
    }

    @Test
    void bundlesAWorkingDefault() {
        var reading =
                PolicyReader.read(
                        BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow(), MODEL);

        assertThat(reading).isInstanceOf(Reading.Read.class);
        assertThat(reading.orElseThrow().warnings()).isEmpty();
    }

    @Test
    void knowsNoOtherBundledDocument() {
        assertThat(BundledPolicies.text("absent")).isEmpty();
        assertThat(BundledPolicies.text("../policies/default")).isEmpty();
        assertThat(BundledPolicies.text("")).isEmpty();
    }

    private static PolicyDecision failing(Enforcement enforcement) {
        var policyRule = rule(enforcement, new Failing(new IllegalStateException("no luck")));
        var document =
                new PolicyDocument(
                        "1",
                        Optional.empty(),
                        Globs.of(),
                        Prices.NONE,
                        Additions.NONE,
                        List.of(policyRule),
                        List.of());
        return new Policy(document, "", "").decide(ADA, PLACE, EMPTY);
    }

    private static PolicyRule rule(Enforcement enforcement, Check check) {
        var everyone = new Binding(Optional.empty(), Globs.of());
        return new PolicyRule(
                "broken", enforcement, everyone, Optional.empty(), Optional.empty(), check);
    }

    @Test
    void saysThatNobodyOpenedAReference() {
        var request = request("{'ClusterRole': 'a', 'New': 'b'}");

        assertThat(policy("version: '1'").decide(ADA, PLACE, request).shown())
                .extracting(Finding::message)
                .containsExactly(
                        "a is not allowed: no policy rule opens clusterRoles to you",
                        "b is not allowed: policy does not know yet what this member names");
    }

    private static Policy policy(String text) {
        return PolicyReader.read(text, MODEL).orElseThrow();
    }

    private static Caller caller(String principal) {
        return new IamUser(principal, "AIDACKCEVSQ6C2EXAMPLE", "111122223333");
    }

    private static ClusterRequest request(String json) {
        Json document = JsonReader.read(json.replace('\'', '"')).orElseThrow();
        return new ClusterRequest((JsonObject) document);
    }

    private record Failing(RuntimeException failure) implements Check {

        @Override
        public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
            throw failure;
        }

        @Override
        public String description() {
            return "nothing holds";
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY;
        }
    }
}
