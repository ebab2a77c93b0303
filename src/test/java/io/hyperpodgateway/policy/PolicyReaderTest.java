package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PolicyReaderTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private static final List<String> KNOWN_TYPES =
            List.of("\"*\"", "ml.g5.*", "ml.p5.48xlarge", "ml.?5.*xlarge");
    private static final List<String> UNKNOWN_TYPES =
            List.of("ml.g5*.x", "ML.g5.*", "ml.p5.48xlrge", "g5.*", "ml.x1.*", "ml.p5");

    private static final String RULE = "{version: \"1\", rules: [{id: a, %s}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the text
                "``                                       | 1:1 empty",
                "`# nothing but a comment`                | 1:1 empty",
                "`{version: \"1\"`                        | 1:14 syntax",
                "`version: *`                             | 1:11 syntax",
                "`version: \"\\U00110000\"`               | 1:13 syntax",
                "`- 1`                                    | 1:1 type",
                "`policy`                                 | 1:1 type",
                "`null`                                   | 1:1 type",
                // what lets one place change another
                "`{version: &a \"1\"}`                    | 1:11 anchor",
                "`{version: \"1\", auditors: *a}`         | 1:26 alias",
                "`{version: \"1\", <<: {}}`               | 1:16 merge-key",
                "`{version: !!str 1}`                     | 1:11 tag",
                "`{version: \"1\", auditors: !x []}`      | 1:26 tag",
                "`{version: \"1\", [a]: 1}`               | 1:16 type",
                "`{version: \"1\", &a b: 1}`              | 1:16 anchor, 1:16 unknown-member",
                // members
                "`{}`                                     | 1:1 required",
                "`{version: \"1\", version: \"2\"}`       | 1:16 duplicate-member",
                "`{version: \"1\", Rules: []}`            | 1:16 unknown-member",
                "`{version: 1}`                           | 1:11 type",
                "`{version: 2026-11-23, rules: ~}`        | 1:30 type",
                "`{version: true}`                        | 1:11 type",
                "`{version: \"\"}`                        | 1:11 empty",
                "`{version: \" \"}`                       | 1:11 empty",
                "`{version: [\"1\"]}`                     | 1:11 type",
                "`{version: \"\\uD800\"}`                 | 1:11 lone-surrogate",
                "`{version: \"1\", auditors: []}`         | ``",
                "`{version: \"1\", auditors: [\"\"]}`     | 1:27 empty",
                "`{version: \"1\", auditors: [null]}`     | 1:27 type",
                "`{version: \"1\", auditors: {}}`         | 1:26 type",
                "`{version: \"1\", rules: {}}`            | 1:23 type",
                "`{version: \"1\", rules: [1, []]}`       | 1:24 type, 1:27 type",
                // prices
                "`{version: \"1\", prices: {a: 0.01, b: 1}}` | ``",
                "`{version: \"1\", prices: {a: 0}}`       | 1:28 range",
                "`{version: \"1\", prices: {a: -1.5}}`    | 1:28 range",
                "`{version: \"1\", prices: {a: 1e3}}`     | 1:28 range",
                "`{version: \"1\", prices: {a: .inf}}`    | 1:28 range",
                "`{version: \"1\", prices: {a: 0x10}}`    | 1:28 range",
                "`{version: \"1\", prices: {a: \"1\"}}`   | 1:28 type",
                "`{version: \"1\", prices: {a: 1000000.00}}` | ``",
                "`{version: \"1\", prices: {a: 1000000.01}}` | 1:28 range",
                "`{version: \"1\", prices: {\"ml.*\": 1}}` | 1:25 price-type",
                "`{version: \"1\", prices: {\" \": 1}}`   | 1:25 price-type",
                "`{version: \"1\", prices: {a: 1, a: 2}}` | 1:31 duplicate-member",
            })
    void tellsEveryMistakeOfADocument(String document, String expected) {
        assertThat(mistakes(document)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`check: {allowedInstanceTypes: []}`                                  | ``",
                "`check: {allowedInstanceTypes: ml.*}`                                | type",
                "`check: {allowedInstanceTypes: [\"{acountId}\", \"{x}\", \"{\"]}`    | placeholder"
                        + " placeholder",
                "`check: {allowedInstanceTypes: [\"{accountId}{region}\"]}`           | ``",
                "`check: []`                                                          | type",
                "`autoScaling: alow`                                                  | required"
                        + " enum",
                "`check: {}`                                                          | empty",
                "`x: 1`                                                               | required"
                        + " unknown-member",
                "`check: {expression: \"true\"}`                                      |"
                        + " not-offered",
                "`check: {requirevpc: true}`                                          |"
                        + " unknown-member",
                "`check: {clusterName: {pattern: a}, expression: x}`                  | one-check"
                        + " not-offered",
                "`check: {clusterName: {pattern: a}, maxInstances: {perGroup: x}}`    | one-check"
                        + " type",
                "`check: {clusterName: {}}`                                           | empty",
                "`check: {clusterName: {patern: a}}`                                  |"
                        + " unknown-member",
                "`check: {clusterName: {pattern: \"[\"}}`                             | pattern",
                "`check: {clusterName: {pattern: \"\"}}`                              | empty",
                "`check: {requiredTags: {}}`                                          | empty",
                "`check: {requiredTags: {Team: {}}}`                                  | ``",
                "`check: {requiredTags: {4711: {}}}`                                  | ``",
                "`check: {requiredTags: {\"\": {}}}`                                  | empty",
                "`check: {requiredTags: {Team: }}`                                    | type",
                "`check: {requiredTags: {Team: {values: []}}}`                        | empty",
                "`check: {requiredTags: {Team: {values: [a, \"\", 1]}}}`              | type",
                "`check: {requiredTags: {Team: {values: [a], pattern: a}}}`           | one-demand",
                "`check: {requiredTags: {Team: {value: a}}}`                          |"
                        + " unknown-member",
                "`check: {maxInstances: {}}`                                          | empty",
                "`check: {maxInstances: {perGroup: 0}}`                               | ``",
                "`check: {maxInstances: {perGroup: -1}}`                              | range",
                "`check: {maxInstances: {perGroup: 1.0}}`                             | range",
                "`check: {maxInstances: {perGroup: 007}}`                             | range",
                "`check: {maxInstances: {perGroup: 9999999999999999999}}`             | range",
                "`check: {maxInstances: {perType: {}}}`                               | empty",
                "`check: {maxInstances: {perType: {\"\": 1, a: -1}}}`                 | empty"
                        + " unknown-instance-type range",
                "`check: {allowedReferences: {}}`                                     | empty",
                "`check: {allowedReferences: {images: []}}`                           | ``",
                "`check: {allowedReferences: {image: [\"*\"]}}`                       |"
                        + " unknown-kind",
                "`autoScaling: deny, check: {maxInstances: {perGroup: 1}}`            | ``",
                "`autoScaling: yes, check: {maxInstances: {perGroup: 1}}`             | enum",
                "`autoScaling: allow, check: {clusterName: {pattern: a}}`             |"
                        + " auto-scaling",
                "`autoScaling: allow, check: {maxHourlyCost: 1}`                      | ``",
                "`check: {maxHourlyCost: 120.00}`                                     | ``",
                "`check: {maxHourlyCost: 0}`                                          | range",
                "`check: {maxHourlyCost: -1}`                                         | range",
                "`check: {maxHourlyCost: 1e3}`                                        | range",
                "`check: {maxHourlyCost: \"1\"}`                                      | type",
                "`check: {maxHourlyCost: {}}`                                         | type",
                "`help: \"javascript:alert(1)\", check: {clusterName: {pattern: a}}`  | url",
                "`help: \"http://example.com/x\", check: {clusterName: {pattern: a}}` | url",
                "`help: \"https://\", check: {clusterName: {pattern: a}}`             | url",
                "`help: \"https://example.com/x\", check: {clusterName: {pattern: a}}` | ``",
                "`help: [], check: {clusterName: {pattern: a}}`                       | type",
                "`message: \"\", check: {clusterName: {pattern: a}}`                  | empty",
                "`except: [], check: {clusterName: {pattern: a}}`                     | ``",
                "`principals: [], check: {clusterName: {pattern: a}}`                 | empty",
                "`enforcement: Deny, check: {clusterName: {pattern: a}}`              | enum",
            })
    void tellsEveryMistakeOfARule(String members, String expected) {
        assertThat(rulesOf(PolicyReader.read(RULE.formatted(members), MODEL))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "a_b",
                "-a",
                "a-",
                "a--b",
                "",
                "a b",
                "unlisted-reference",
                "unlisted-instance-type",
                "unlimited-instances",
                "tag-conflict",
                "team-unclear",
                "emergency-stop",
                "a\\n",
                "é"
            })
    void refusesIdsThatAreNotKebab(String id) {
        String document =
                "{version: \"1\", rules: [{id: \"%s\", check: {allowedInstanceTypes: []}}]}";

        assertThat(rulesOf(PolicyReader.read(document.formatted(id), MODEL))).isEqualTo("rule-id");
    }

    @Test
    void refusesTheSecondRuleOfAnId() {
        String document =
                """
                version: "1"
                rules:
                  - {id: sizes-2, check: {allowedInstanceTypes: []}}
                  - {id: sizes-2, check: {allowedInstanceTypes: []}}
                """;

        assertThat(mistakes(document)).isEqualTo("4:10 duplicate-rule-id");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(mistakes("version: \"1\"\n---\nversion: \"2\"\n"))
                .isEqualTo("2:1 second-document");
        assertThat(mistakes("---\nversion: \"1\"\n...\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'%YAML 1.1\n---\nversion: \"1\"\n', 1:1",
        "'%YAML 2.0\n---\nversion: \"1\"\n', 1:1",
        "'\ufeff%TAG ! tag:x,2000:\n---\nversion: \"1\"\n', 1:2",
        "'# a\r\n \t\r\n%NEW x\r\n---\r\nversion: \"1\"\r\n', 3:1",
    })
    void refusesDirectives(String document, String place) {
        assertThat(mistakes(document)).isEqualTo(place + " directive");
    }

    @Test
    void takesNoPercentSignElsewhereForADirective() {
        assertThat(mistakes("# %a\n---\nversion: \"\n  %b\"\n")).isEmpty();
    }

    @Test
    void refusesDepthAndReadsOn() {
        String deep = "[".repeat(50) + "]".repeat(50);

        assertThat(mistakes("{version: \"1\", auditors: %s, x: 1}".formatted(deep)))
                .isEqualTo("1:27 type, 1:41 too-deep, 1:128 unknown-member");
    }

    @Test
    void readsOnInNoDepthWithoutEnd() {
        assertThat(mistakes("{version: \"1\", auditors: " + "[".repeat(1_000_000)))
                .isEqualTo("1:41 too-deep, 1:141 syntax");
    }

    @Test
    void refusesWhatIsTooLong() {
        String comment = "version: \"1\"\n#" + "x".repeat(PolicyReader.MAX_BYTES - 14);

        assertThat(mistakes(comment)).isEmpty();
        assertThat(mistakes(comment + "x")).isEqualTo("1:1 length");
        assertThat(
                        rulesOf(
                                PolicyReader.read(
                                        (comment + "x").getBytes(StandardCharsets.UTF_8), MODEL)))
                .isEqualTo("length");
    }

    @Test
    void refusesLongPatterns() {
        String check = "check: {clusterName: {pattern: \"%s\"}}";

        assertThat(
                        rulesOf(
                                PolicyReader.read(
                                        RULE.formatted(check.formatted("(".repeat(1000))), MODEL)))
                .isEqualTo("pattern");
        assertThat(
                        rulesOf(
                                PolicyReader.read(
                                        RULE.formatted(check.formatted("a".repeat(1001))), MODEL)))
                .isEqualTo("length");
    }

    @Test
    void refusesBytesThatAreNotUtf8AtTheirPlace() {
        byte[] bytes = "version: \"1\"\n# \u00ff".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(places(PolicyReader.read(bytes, MODEL))).isEqualTo("2:3 not-utf-8");
        assertThat(places(PolicyReader.read(new byte[] {'a', (byte) 0xc3}, MODEL)))
                .isEqualTo("1:2 not-utf-8");
        byte[] cut = Arrays.copyOf("a😀é".getBytes(StandardCharsets.UTF_8), 6);
        assertThat(places(PolicyReader.read(cut, MODEL))).isEqualTo("1:3 not-utf-8");
    }

    @Test
    void refusesCharactersThatNoTextHolds() {
        assertThat(mistakes("version: \"1\"\n# 😀\u0007")).isEqualTo("2:4 syntax");
        assertThat(rulesOf(PolicyReader.read("version: \"1\" # \ud800", MODEL)))
                .isEqualTo("syntax");
    }

    @Test
    void readsJsonWithItsEscapes() {
        assertThat(policy("{\"version\": \"\\ud83d\\ude00 \\/ \\u00e9\\n\"}").version())
                .isEqualTo("😀 / é\n");
        assertThat(policy("\ufeff{\"version\": \"1\"}").version()).isEqualTo("1");
    }

    @Test
    void keepsTextAndHashOfTheBytes() {
        String document = "version: é\r\n# and so on";
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThat(policy(document).text()).isEqualTo(document);
        assertThat(policy(document).sha256()).isEqualTo(Sha256.hex(bytes));
        assertThat(PolicyReader.read(bytes, MODEL).orElseThrow().sha256())
                .isEqualTo(Sha256.hex(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "s3://sagemaker-*/x, true",
        "s3://bucke?/x, true",
        "s3://bucket*, true",
        "s3:*, true",
        "https://*.s3.amazonaws.com/x, true",
        "https://s3.us-east-1.amazonaws.com/team-*/x, true",
        "https://s3-us-west-2.amazonaws.com/*, true",
        "https://S3.us-east-1.amazonaws.com/*, true",
        "'s3://sagemaker-{region}-{accountId}/*', false",
        "s3://bucket, false",
        "https://bucket.s3.us-east-1.amazonaws.com/*, false",
        "https://s3.us-east-1.amazonaws.com/bucket/*, false",
        "*, false",
    })
    void warnsOfAWildcardInABucketsName(String glob, boolean warned) {
        String rule = RULE.formatted("check: {allowedReferences: {lifecycleSources: [\"%s\"]}}");
        List<Mistake> warnings = warnings(rule.formatted(glob));

        assertThat(warnings).extracting(Mistake::rule).hasSize(warned ? 1 : 0);
        assertThat(warnings).allSatisfy(one -> assertThat(one.rule()).isEqualTo("wildcard-bucket"));
    }

    @Test
    void warnsOfAllowedInstanceTypesThatNobodyKnows() {
        String rule = RULE.formatted("check: {allowedInstanceTypes: [%s]}");

        for (String known : KNOWN_TYPES) assertThat(warnings(rule.formatted(known))).isEmpty();
        for (String unknown : UNKNOWN_TYPES)
            assertThat(warnings(rule.formatted(unknown)))
                    .extracting(Mistake::rule)
                    .containsExactly("unknown-instance-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxInstances: {perType: {%s: 1}}",
                "requireTrainingPlan: {instanceTypes: [%s]}",
                "requiredDeepHealthChecks: {instanceTypes: [%s], checks: [InstanceStress]}",
            })
    void refusesLimitsOfInstanceTypesThatNobodyKnows(String check) {
        String rule = RULE.formatted("check: {" + check + "}");
        String priced =
                rule.replace("{version", "{prices: {ml.x1.large: 1.00, ml.x1.xlarge: 2}, version");

        for (String known : KNOWN_TYPES) assertThat(warnings(rule.formatted(known))).isEmpty();
        for (String unknown : UNKNOWN_TYPES)
            assertThat(rules(rule.formatted(unknown))).isEqualTo("unknown-instance-type");
        assertThat(warnings(priced.formatted("ml.x1.*"))).hasSize(2);
        assertThat(rules(priced.formatted("ml.x2.*"))).isEqualTo("unknown-instance-type");
    }

    @Test
    void saysThatALimitLimitsNothing() {
        String rule = RULE.formatted("check: {maxInstances: {perType: {\"%s\": 32}}}");

        assertThat(refused(rule.formatted("ml.p5")).getFirst().message())
                .isEqualTo(
                        "ml.p5 matches no instance type that is known or has a price, so it limits"
                                + " nothing, did you mean ml.p5.*?");
        assertThat(refused(rule.formatted("P5")).getFirst().message())
                .endsWith("did you mean ml.p5.*?");
        assertThat(refused(rule.formatted("ML.P5.*")).getFirst().message())
                .endsWith("did you mean ml.p5.*?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    principals: ["jwt:idp.{zone}.example.com#*"], check: {requireVpc: true} | placeholder
                    except: ["arn:aws:iam::{account}:role/x"], check: {requireVpc: true} | placeholder
                    except: ["arn:aws:iam::{account_id}:role/x"], check: {requireVpc: true} | placeholder
                    except: ["arn:aws:iam::${accountId}:role/x"], check: {requireVpc: true} | placeholder
                    except: ["arn:aws:iam::{{accountId}}:role/x"], check: {requireVpc: true} | placeholder
                    except: ["arn:aws:iam::{accountId}:role/{a,b}"], check: {requireVpc: true} | placeholder
                    message: "ask {team}", check: {requireVpc: true} | placeholder
                    check: {allowedInstanceTypes: ["ml.{p5}.*"]} | placeholder
                    check: {allowedInstanceTypes: ["ml.{p5,g5}.*"]} | placeholder
                    check: {allowedReferences: {subnets: ["{subnet}"]}} | placeholder
                    check: {clusterName: {pattern: "{team}-.*"}} | placeholder
                    check: {clusterName: {pattern: "[{team}]-.*"}} | placeholder
                    check: {clusterName: {pattern: "{accountId}"}} | placeholder
                    check: {clusterName: {pattern: 'x\\Q{team}\\E'}} | placeholder
                    check: {requiredTags: {Team: {pattern: "{team}"}}} | placeholder
                    check: {requiredTags: {Team: {values: ["{team}", a]}}} | placeholder
                    check: {requiredTags: {"{team}": {}}} | placeholder
                    """)
    void refusesPlaceholdersThatNothingFillsIn(String members, String rule) {
        assertThat(rules(RULE.formatted(members))).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "principals: ['jwt:api.bitbucket.org#{c8a5d4e2-1f}:*'], check: {requireVpc: true}",
                "principals: ['jwt:cognito-idp.{region}.amazonaws.com/x#*'], check: {requireVpc:"
                        + " true}",
                "principals: ['arn:*:iam::{accountId}:role/x'], check: {requireVpc: true}",
                "check: {clusterName: {pattern: '\\p{L}\\P{Lu}\\x{41}a{2}b{2,3}'}}",
                "check: {clusterName: {pattern: '\\N{WHITE SMILING FACE}'}}",
                "check: {clusterName: {pattern: '\\p{IsAlphabetic}+\\x{FF}'}}",
                "check: {clusterName: {pattern: '(?<a>x)\\k<a>'}}",
                "message: 'not {so}, not {a-b}', check: {requireVpc: true}",
            })
    void takesBracesThatAreNoPlaceholders(String members) {
        assertThat(rules(RULE.formatted(members.replace("{so}", "{ so }")))).isEmpty();
    }

    @Test
    void refusesPlaceholdersInDefaultsTagsAndContact() {
        assertThat(mistakes("{version: \"1\", contact: \"ask {team}\"}")).endsWith(" placeholder");
        assertThat(mistakes("{version: \"1\", tags: {Team: \"{team}\"}}")).endsWith(" placeholder");
        assertThat(
                        mistakes(
                                "{version: \"1\", defaults:"
                                        + " {\"InstanceGroups/*/LifeCycleConfig/SourceS3Uri\":"
                                        + " \"s3://b-{accountId}/x\"}}"))
                .endsWith(" placeholder");
    }

    @Test
    void readsWhomToAsk() {
        assertThat(policy("{version: \"1\", contact: \"#ml-platform\"}").contact())
                .contains("#ml-platform");
        assertThat(policy("{version: \"1\"}").contact()).isEmpty();
        assertThat(mistakes("{version: \"1\", contact: \" \"}")).endsWith(" empty");
        assertThat(mistakes("{version: \"1\", contact: [a]}")).endsWith(" type");
        assertThat(mistakes("{version: \"1\", contact: " + "a".repeat(1001) + "}"))
                .endsWith(" length");
    }

    @Test
    void saysWhichInstanceTypesMayBeMeant() {
        String rule = RULE.formatted("check: {allowedInstanceTypes: [%s]}");

        assertThat(warnings(rule.formatted("g5.*")).getFirst().message())
                .isEqualTo(
                        "g5.* matches no instance type that is known here, did you mean ml.g5.*?");
        assertThat(warnings(rule.formatted("ml.p5.48xlrge")).getFirst().message())
                .endsWith(", did you mean ml.p5.48xlarge?");
    }

    @Test
    void reportsASyntaxErrorAlone() {
        assertThat(mistakes("version: 1\nrulez: []\nauditors: [7, {")).isEqualTo("3:16 syntax");
        assertThat(mistakes("rules: [{check: {maxInstances: {}}")).isEqualTo("1:35 syntax");
        assertThat(mistakes("rules:\n - id: a\n\t- b")).isEqualTo("3:1 syntax");
    }

    @Test
    void cutsWhatNobodyReadsToItsEnd() {
        String rule =
                RULE.formatted("enforcement: " + "😀".repeat(5000) + ", check: {requireVpc: true}");
        assertThat(messages(rule))
                .singleElement()
                .satisfies(words -> {
                    assertThat(words)
                            .hasSizeLessThan(1100)
                            .contains("enforcement is 😀", "…", "not one of deny, warn, audit");
                    assertThat(words.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff))
                            .isEmpty();
                });
        assertThat(messages("{version: \"1\", \"a\\u202e\\n\": 1}"))
                .singleElement()
                .asString()
                .contains("a\ufffd\ufffd;");
    }

    @Test
    void namesAllMembersWhereNoneIsMeant() {
        assertThat(messages("{version: \"1\", spec: {}}").getFirst())
                .endsWith(
                        "; its members are version, contact, auditors, prices, defaults, tags,"
                                + " rules");
        assertThat(messages(RULE.formatted("check: {forbidSpot: true}")).getFirst())
                .contains("; its members are allowedInstanceTypes, ", "requireVpc");
    }

    @Test
    void warnsOfMissingPricesOnlyWhereTheyAreMissing() {
        String rule = "rules: [{id: a, check: {maxHourlyCost: 1}}]";

        assertThat(warnings("{version: \"1\", " + rule + "}"))
                .extracting(Mistake::rule)
                .containsExactly("no-prices");
        var refused = PolicyReader.read("{version: \"1\", prices: {a: x}, " + rule + "}", MODEL);
        assertThat(refused.problems())
                .extracting(Mistake::rule)
                .containsExactly("unknown-instance-type", "type");
    }

    /// A rule that excepts everybody whom it binds is written for nothing, whatever it says.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    except: ['*'] | binds-nobody
                    principals: ['arn:aws:iam::1111*:role/a'], except: ['*'] | binds-nobody
                    principals: ['jwt:a#b'], except: ['jwt:c#d', 'jwt:a#b'] | binds-nobody
                    enforcement: warn, except: ['*'] | binds-nobody
                    except: [] | ``
                    principals: ['*'], except: ['jwt:a#b'] | ``
                    principals: ['jwt:a#b', 'jwt:c#d'], except: ['jwt:a#b'] | ``
                    """)
    void warnsOfARuleThatBindsNobody(String binding, String warning) {
        String rules =
                "rules: [{id: a, check: {allowedInstanceTypes: ['*']}}, "
                        + "{id: b, check: {maxInstances: {perCluster: 1}}}, "
                        + "{id: c, check: {requireVpc: true}, %s}]".formatted(binding);

        assertThat(warnings("{version: \"1\", " + rules + "}"))
                .extracting(Mistake::rule)
                .isEqualTo(warning.isEmpty() ? List.of() : List.of(warning));
    }

    @Test
    void helpsWithWords() {
        assertThat(messages("{verison: \"1\"}"))
                .containsExactly(
                        "line 1, column 1: version is missing: any string that names this version"
                                + " of the document",
                        "line 1, column 2: the policy has no member verison, did you mean"
                                + " version?");
        assertThat(messages("{version: 1.0}"))
                .containsExactly(
                        "line 1, column 11: version is a number, not a string: put it in quotes");
        assertThat(messages("{version: null}"))
                .containsExactly(
                        "line 1, column 11: version is null, not a string: quote what begins with #, or leave it out");
        assertThat(messages("{version: \"1\", prices: {a: \"5\"}}"))
                .containsExactly(
                        "line 1, column 28: the price of a is a string, not a plain decimal number"
                                + " over 0: take the quotes off");
        assertThat(messages("{version: \"1\", default: {}}"))
                .containsExactly(
                        "line 1, column 16: the policy has no member default, did you mean"
                                + " defaults?");
        assertThat(messages(RULE.formatted("check: {maxInstancs: []}")))
                .containsExactly(
                        "line 1, column 40: check has no member maxInstancs, did you mean"
                                + " maxInstances?");
        assertThat(messages(RULE.formatted("check: {allowedReferences: {kmskey: []}}")).getFirst())
                .contains("did you mean kmsKeys?")
                .endsWith(
                        "the kinds are executionRoles, clusterRoles, lifecycleSources, subnets,"
                                + " securityGroups, eksClusters, kmsKeys, fileSystems, images,"
                                + " trainingPlans, secrets, databases");
        assertThat(messages(RULE.formatted("check: {allowedInstanceTypes: [\"{account}\"]}")))
                .singleElement()
                .asString()
                .contains("{account} is not a placeholder", "{accountId}, {region}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: [*] | quote text that begins with *",
                "version: * | quote text that begins with *",
                "version: & | quote text that begins with &",
                "version: @a | quote text that begins so",
                "'version:\n\ta: b' | indent with spaces",
                "{a: ^[a-z]+$} | quote text that holds {, }, [, ] or a comma",
                "[a::{region}:b] | quote text that holds {, }, [, ] or a comma",
                "version: \"\\d\" | write a backslash twice in double quotes",
            })
    void saysWhatToDoAboutSyntax(String document, String advice) {
        assertThat(messages(document).getLast()).contains("neither YAML nor JSON", "; ", advice);
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(messages("version: *\n").getFirst())
                .isEqualTo(
                        "line 1, column 11: neither YAML nor JSON: unexpected character found"
                                + " \ufffd(10); quote text that begins with *");
    }

    @Test
    void boundsWhatGoesWithEachFinding() {
        String rule =
                RULE.formatted(
                        "message: \"%s\", help: \"https://a/%s\", check: {requireVpc: true}");

        assertThat(mistakes(rule.formatted("é".repeat(1000), "b".repeat(990)))).isEmpty();
        assertThat(
                        rulesOf(
                                PolicyReader.read(
                                        rule.formatted("é".repeat(1001), "b".repeat(991)), MODEL)))
                .isEqualTo("length length");
    }

    /// To find what was meant takes time, and a document may hold tens of thousands of names.
    @Test
    void tellsVeryManyNamesWithoutWhatWasMeant() {
        String prices =
                IntStream.range(0, 600)
                        .mapToObj(i -> "ml.g5.xlarge%03d: 1".formatted(i))
                        .collect(Collectors.joining(", "));

        List<Mistake> warnings = warnings("{version: a, prices: {%s}}".formatted(prices));

        assertThat(warnings).hasSize(600);
        assertThat(warnings.getFirst().message()).contains("did you mean ml.g5.xlarge");
        assertThat(warnings.getLast().message()).doesNotContain("did you mean");
    }

    @Test
    void answersEveryTextWithAValue() {
        String seed =
                BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow()
                        + RULE.formatted("check: {clusterName: {pattern: a}}");
        var random = new Random(20261123);
        for (int i = 0; i < 3000; i++) {
            assertThat(PolicyReader.read(broken(seed, random), MODEL)).isNotNull();
        }
        for (int i = 0; i < 3000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThat(PolicyReader.read(bytes, MODEL)).isNotNull();
        }
    }

    /// A part of the text with a few characters put in that mean something to YAML.
    private static String broken(String text, Random random) {
        String marks = "{}[]:,-?*&!|>%@`\"'#\\\n\t <~\u0000\u0085\ud83d\ude00é0";
        int start = random.nextInt(text.length());
        var broken = new StringBuilder(text.substring(start, Math.min(start + 400, text.length())));
        for (int i = random.nextInt(8); i >= 0; i--) {
            int place = random.nextInt(broken.length() + 1);
            broken.insert(place, marks.charAt(random.nextInt(marks.length())));
        }
        return broken.toString();
    }

    private static Policy policy(String document) {
        return PolicyReader.read(document, MODEL).orElseThrow();
    }

    /// What it is warned of, but for what it leaves closed.
    private static List<Mistake> warnings(String document) {
        return policy(document).warnings().stream()
                .filter(one -> !one.rule().startsWith("closed-"))
                .toList();
    }

    private static String mistakes(String document) {
        return places(PolicyReader.read(document, MODEL));
    }

    private static List<Mistake> all(Reading<Policy, Mistake> reading) {
        return reading.problems().stream().filter(Mistake::isError).toList();
    }

    private static String places(Reading<Policy, Mistake> reading) {
        return String.join(
                ", ",
                all(reading).stream()
                        .map(one -> "%d:%d %s".formatted(one.line(), one.column(), one.rule()))
                        .toList());
    }

    private static String rulesOf(Reading<Policy, Mistake> reading) {
        return String.join(" ", all(reading).stream().map(Mistake::rule).toList());
    }

    private static List<Mistake> refused(String document) {
        return all(PolicyReader.read(document, MODEL));
    }

    private static String rules(String document) {
        return rulesOf(PolicyReader.read(document, MODEL));
    }

    private static List<String> messages(String document) {
        return all(PolicyReader.read(document, MODEL)).stream().map(Mistake::toString).toList();
    }
}
