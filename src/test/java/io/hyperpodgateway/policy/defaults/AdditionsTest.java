package io.hyperpodgateway.policy.defaults;

import static io.hyperpodgateway.rules.SpecDocuments.document;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.document.Mistake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class AdditionsTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final TagValues VALUES =
            new TagValues(
                    "jwt:idp.example.com/a#sub|1,2", "jo", "111122223333", "r-" + "0".repeat(32));

    @Test
    void setsWhatTheCallerLeftOut() {
        String defaults = "{NodeRecovery: Automatic, InstanceGroups/*: {ThreadsPerCore: 1}}";

        assertThat(added(defaults, "{'InstanceGroups':[{},{'ThreadsPerCore':2},'x']}"))
                .isEqualTo(
                        "{'InstanceGroups':[{'ThreadsPerCore':1},{'ThreadsPerCore':2},'x'],'NodeRecovery':'Automatic'}");
        assertThat(added(defaults, "{'NodeRecovery':'None'}")).isEqualTo("{'NodeRecovery':'None'}");
        assertThat(added(defaults, "{'NodeRecovery':null}")).isEqualTo("{'NodeRecovery':null}");
    }

    @Test
    void setsNothingIntoGroupsThatAreNotThere() {
        String defaults = "{RestrictedInstanceGroups/*/ThreadsPerCore: 1}";

        assertThat(added(defaults, "{}")).isEqualTo("{}");
        assertThat(added(defaults, "{'RestrictedInstanceGroups':{}}"))
                .isEqualTo("{'RestrictedInstanceGroups':{}}");
        assertThat(added(defaults, "{'RestrictedInstanceGroups':[{}]}"))
                .isEqualTo("{'RestrictedInstanceGroups':[{'ThreadsPerCore':1}]}");
    }

    @Test
    void fillsObjectsUpMemberByMember() {
        String defaults =
                "{InstanceGroups/*/KubernetesConfig: {Labels: {a: x, b: x}}, Orchestrator/Slurm/SlurmConfigStrategy: Managed}";

        assertThat(
                        added(
                                defaults,
                                "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'a':'y'}}}]}"))
                .isEqualTo(
                        "{'InstanceGroups':[{'KubernetesConfig':{'Labels':{'a':'y','b':'x'}}}],'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Managed'}}}");
        assertThat(added(defaults, "{'Orchestrator':'x'}")).isEqualTo("{'Orchestrator':'x'}");
    }

    @Test
    void neverFillsUpLists() {
        String defaults =
                "{VpcConfig: {Subnets: [subnet-12345678], SecurityGroupIds: [sg-12345678]}}";

        assertThat(added(defaults, "{'VpcConfig':{'Subnets':[]}}"))
                .isEqualTo("{'VpcConfig':{'Subnets':[],'SecurityGroupIds':['sg-12345678']}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{NodeRecovry: Automatic}                       | 2:12 unknown-member",
                "{NodeRecovery: Sometimes}                      | 2:26 enum",
                "{NodeRecovery: 1}                              | 2:26 type",
                "{NodeRecovery: null}                           | 2:26 null",
                "{InstanceGroups/*: {ThreadsPerCor: 1}}         | 2:31 unknown-member",
                "{InstanceGroups/*: {ThreadsPerCore: 3}}        | 2:47 range",
                "{InstanceGroups/*: {ThreadsPerCore: 0x1}}      | 2:47 type",
                "{InstanceGroups/*: 1}                          | 2:30 type",
                "{InstanceGroups/0/ThreadsPerCore: 1}           | 2:12 type",
                "{/NodeRecovery: Automatic}                     | 2:12 path",
                "{`*`: {}}                                      | 2:12 path",
                "{InstanceGroups//x: 1}                         | 2:12 path",
                "[]                                             | 2:11 type",
                "{VpcConfig: {Subnets: [subnet-12345678, nn 1]}}| 2:51 pattern",
                "{InstanceGroups/*: {KubernetesConfig: {Labels: {a: 1}}}} | 2:62 type",
            })
    void refusesDefaultsThatNoRequestCouldBear(String defaults, String expected) {
        String document = "version: '1'\ndefaults: " + defaults.replace("`", "'") + "\n";

        assertThat(places(document)).containsExactly(expected);
    }

    @Test
    void addsTagsBehindTheCallersOwn() {
        String tags =
                "{CreatedBy: '{principal}', Via: 'gw {sessionName} {accountId}', Id: '{requestId}'}";

        assertThat(tagged(tags, "{'Tags':[{'Key':'Via','Value':'me'}]}"))
                .isEqualTo(
                        "{'Tags':[{'Key':'Via','Value':'me'},{'Key':'CreatedBy','Value':'jwt:idp.example.com/a_sub_1_2'},{'Key':'Id','Value':'r-00000000000000000000000000000000'}]}");
        assertThat(tagged("{Via: 'gw {sessionName} {accountId}'}", "{}"))
                .isEqualTo("{'Tags':[{'Key':'Via','Value':'gw jo 111122223333'}]}");
        assertThat(tagged(tags, "{'Tags':'x'}")).isEqualTo("{'Tags':'x'}");
    }

    @Test
    void cutsWhatIsLongerThanATagAndFillsInNothingTwice() {
        var values = new TagValues("{requestId}" + "\ud83d\ude00".repeat(300), "", "", "r-1");

        String filled = new TagTemplate("{principal}").filled(values);

        assertThat(filled).startsWith("_requestId__").hasSize(256).doesNotContain("r-1");
    }

    @Test
    void findsCallersTagsThatSayOtherwise() {
        Policy policy = policy("tags: {CostCenter: '42', Team: x}");
        JsonObject document =
                document(
                        "{'Tags':[{'Key':'Team','Value':'x'},{'Key':'CostCenter','Value':'43'},{'Key':'CostCenter'}]}");

        var conflicts = policy.additions().conflicts(document, VALUES);

        assertThat(summaries(conflicts))
                .containsExactly("tag-conflict /Tags/1/Value", "tag-conflict /Tags/2/Value");
        assertThat(conflicts)
                .flatExtracting(Finding::fix)
                .extracting(operation -> operation.toJson().toText())
                .containsExactly(
                        "{\"op\":\"remove\",\"path\":\"/Tags/1\"}",
                        "{\"op\":\"remove\",\"path\":\"/Tags/2\"}");
        assertThat(policy.additions().to(document, VALUES)).isEqualTo(document);
    }

    @Test
    void quotesNothingThatBreaksALine() {
        JsonObject document = document("{'Tags':[{'Key':'Team','Value':'a\u2028b'}]}");

        assertThat(policy("tags: {Team: x}").additions().conflicts(document, VALUES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("a\\u2028b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: '{principle}'}       | 2:11 placeholder",
                "{a: 1}                   | 2:11 type",
                "{a: 'b#c'}               | 2:11 pattern",
                "{'a#': b}                | 2:8 pattern",
                "{'AWS:a': b}             | 2:8 reserved-tag",
                "{'hyperpod-gateway:a': b}| 2:8 reserved-tag",
                "{'': b}                  | 2:8 length",
                "[]                       | 2:7 type",
            })
    void refusesTagsThatNoClusterCouldCarry(String tags, String expected) {
        assertThat(places("version: '1'\ntags: " + tags + "\n")).containsExactly(expected);
    }

    @Test
    void refusesMoreTagsThanFit() {
        var many = new StringBuilder("version: '1'\ntags:\n");
        for (int i = 0; i < 50; i++) {
            many.append("  t%d: x%n".formatted(i));
        }
        assertThat(places(many.toString())).containsExactly("3:3 items");
    }

    private static String added(String defaults, String document) {
        return policy("defaults: " + defaults)
                .additions()
                .to(document(document), VALUES)
                .toText()
                .replace('"', '\'');
    }

    private static String tagged(String tags, String document) {
        return policy("tags: " + tags)
                .additions()
                .to(document(document), VALUES)
                .toText()
                .replace('"', '\'');
    }

    private static Policy policy(String members) {
        return PolicyReader.read("version: '1'\n" + members, MODEL).orElseThrow();
    }

    private static List<String> places(String document) {
        return PolicyReader.read(document, MODEL).problems().stream()
                .map(AdditionsTest::place)
                .toList();
    }

    private static String place(Mistake mistake) {
        return "%d:%d %s".formatted(mistake.line(), mistake.column(), mistake.rule());
    }
}
