package io.hyperpodgateway.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.policy.check.Glob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class PrincipalReaderTest {

    private static final String UNMATCHABLE = "unmatchable-principal";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:iam::111122223333:user/jo",
                "arn:aws:iam::111122223333:user/team/jo",
                "arn:aws:iam::111122223333:user/te:am#1/jo",
                "arn:aws:iam::111122223333:user/*:*/jo",
                "arn:aws:iam::*:user/*",
                "arn:aws:iam::{accountId}:role/ml-*",
                "arn:*:iam:*:????????????:role/*",
                "arn:aws-us-gov:iam::111122223333:role/x",
                "arn:aws*:iam::1111*:*/ml-*",
                "arn:aws:iam::*:*",
                "arn:aws:iam::111122223333:ro*",
                "arn:aws:iam::111122223333:role/a+=,.@-_9",
                "arn:aws:iam::111122223333:root",
                "arn:aws:sts::111122223333:federated-user/jo",
                "arn:aws:sts::*:*",
                "arn:*:*:*:*:role/*",
                "*:*:*:*:*:*",
                "jwt:idp.example.com/*#*",
                "jwt:idp.example.com:8443/{region}#*",
                "jwt:http://idp.example.com#a:b#c",
                "jwt:*#*:*",
                "*:*#*",
                "j?t:?#?",
            })
    void takesWhatSomebodyMayMatch(String glob) {
        assertThat(refusals(glob)).isEmpty();
        assertThat(bound(glob, false).all()).isEmpty();
        assertThat(warnings(glob))
                .extracting(Mistake::rule)
                .doesNotContain("unmatchable-principal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a role with its path
                "arn:aws:iam::111122223333:role/team/ml-*",
                "arn:aws:iam::*:role/*/*",
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam::111122223333:role/ml research",
                // a session
                "arn:aws:sts::111122223333:assumed-role/ml-research/*",
                "arn:aws:sts::*:assumed-role/*",
                "arn:aws:sts::111122223333:role/ml-*",
                // a token's caller
                "jwt:idp.example.com/*",
                "jwt:*",
                "jwt:https://idp.example.com/*#*",
                "jwt:idp.example.com#",
                "jwt:#sub",
                "idp.example.com#*",
                // wildcards where : or # alone could stand
                "**",
                "?",
                "arn:*",
                "arn:*:role/ml-*",
                "arn:aws:iam::*role/ml-*",
                "arn:aws:iam:?:111122223333:role/x",
                "arn:aws:iam?*:role/x",
                // what is no account, Region, partition, service or kind of one
                "arn:aws:iam::11112222333:role/x",
                "arn:aws:iam::1111222233334:role/x",
                "arn:aws:iam::1111-2222-3333:role/x",
                "arn:aws:iam::?:role/x",
                "arn:aws:iam::ACCOUNT:role/x",
                "arn:aws:iam:us-east-1:111122223333:role/x",
                "arn:aws:iam:{region}:*:role/x",
                "arn:aws:iam:111122223333:role/x",
                "arn:AWS:iam::111122223333:role/x",
                "arn:gcp:iam::111122223333:role/x",
                "arn:aws:s3::111122223333:role/x",
                "arn:aws:iam::111122223333:group/ml",
                "arn:aws:iam::111122223333:User/jo",
                "arn:aws:iam::111122223333:user/team/",
                "arn:aws:iam::111122223333:user/jo:doe",
                "arn:aws:iam::111122223333:user/jo doe",
                "arn:aws:iam::111122223333:root/x",
                "arn:aws:sts::111122223333:federated-user/a/b",
                "ml-research",
                "AIDACKCEVSQ6C2EXAMPLE",
            })
    void refusesWhatNobodyMatches(String glob) {
        assertThat(refusals(glob)).extracting(Mistake::rule).containsExactly(UNMATCHABLE);
        assertThat(bound(glob, false).any()).isFalse();
        assertThat(bound(glob, false).all()).extracting(Mistake::rule).containsExactly(UNMATCHABLE);
        assertThat(warnings(glob)).extracting(Mistake::rule).containsExactly(UNMATCHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "null", "[]", "\"{x}\"", "\"arn:{acount}\""})
    void leavesToOthersWhatIsNoGlob(String item) {
        assertThat(granted("[" + item + "]").all()).allMatch(Mistake::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    arn:aws:iam::111122223333:role/teams/ml-vision | without its path | arn:aws:iam::111122223333:role/ml-vision
                    arn:*:iam::{accountId}:role/a/b/ml-* | without its path | arn:*:iam::{accountId}:role/ml-*
                    role/teams/ml-vision | without its path | arn:*:iam::{accountId}:role/ml-vision
                    role/ml-vision | principals are ARNs | arn:*:iam::{accountId}:role/ml-vision
                    user/teams/ada | principals are ARNs | arn:*:iam::{accountId}:user/teams/ada
                    ml-vision | principals are ARNs | arn:*:iam::{accountId}:role/ml-vision
                    arn:aws:sts::111122223333:assumed-role/ml-vision/jo | a session's principal is its role | arn:aws:iam::111122223333:role/ml-vision
                    arn:aws:sts::*:assumed-role/ml-*/* | a session's principal is its role | arn:aws:iam::*:role/ml-*
                    jwt:idp.example.com/* | no wildcard matches the # | jwt:idp.example.com/*#*
                    jwt:https://idp.example.com/*#* | without https:// | jwt:idp.example.com/*#*
                    https://idp.example.com/pool | without https:// | jwt:idp.example.com/pool#*
                    JWT:idp.example.com#ada | jwt:ISSUER#SUB | jwt:idp.example.com#ada
                    ARN:AWS:IAM::111122223333:Role/ml-Vision | principals are ARNs | arn:aws:iam::111122223333:role/ml-Vision
                    arn:aws:iam:us-east-1:111122223333:role/x | principals are ARNs | arn:aws:iam::111122223333:role/x
                    arn:aws:iam:111122223333:role/x | principals are ARNs | arn:aws:iam::111122223333:role/x
                    arn:aws:iam::1111-2222-3333:user/x | principals are ARNs | arn:aws:iam::111122223333:user/x
                    ' arn:aws:iam::111122223333:root ' | principals are ARNs | arn:aws:iam::111122223333:root
                    """)
    void saysWhatWouldMatch(String glob, String reason, String mended) {
        assertThat(refusals(glob))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.rule()).isEqualTo("unmatchable-principal");
                    assertThat(mistake.message())
                            .startsWith(glob + " matches no caller: ")
                            .contains(reason)
                            .endsWith("; write " + mended)
                            .hasSizeLessThan(300);
                });
        assertThat(refusals(mended)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::*:role/*/*",
                "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*",
                "arn:aws:iam::111122223333:group/ml",
                "arn:*",
                "**",
                "",
            })
    void offersNothingThatIsWiderThanWhatIsWritten(String glob) {
        assertThat(UnmatchablePrincipal.words(glob).orElseThrow()).doesNotContain("write ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::*:role/platform",
                "arn:*:iam::*:*",
                "arn:aws:iam::1111????????:user/*",
                "*:*:*:*:*:*",
                "jwt:token.actions.githubusercontent.com#repo:*",
                "jwt:token.actions.githubusercontent.com#repo:acme*",
                "jwt:token.actions.githubusercontent.com#repo:acm?/infra:*",
                "jwt:token.actions.githubusercontent.com#repo:*/infra:environment:prod",
                "jwt:token.actions.githubusercontent.com#*",
                "jwt:token.actions.githubusercontent.com#*:ref:refs/heads/main",
                "jwt:gitlab.com#project_path:*",
                "jwt:kubernetes.default.svc#system:serviceaccount:*",
                "jwt:kubernetes.default.svc#system:serviceaccount:*:trainer",
                "jwt:kubernetes.default.svc#system:serviceaccount:ml*:trainer",
                "jwt:spire#spiffe://*",
                "jwt:ci#org/*",
                "jwt:acme.eu.auth0.com/#auth0|*",
            })
    void warnsOfGrantsThatAreOpen(String glob) {
        assertThat(warnings(glob)).extracting(Mistake::rule).containsExactly("wide-grant");
        assertThat(warnings(glob).getFirst().message()).startsWith(glob + " matches ");
        assertThat(refusals(glob)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:iam::{accountId}:role/*",
                "arn:*:iam::111122223333:role/platform-*",
                "jwt:token.actions.githubusercontent.com#repo:acme/*",
                "jwt:token.actions.githubusercontent.com#repo:acme/infra:*",
                "jwt:*#repo:acme/infra:environment:prod",
                "jwt:app.terraform.io#organization:acme:*",
                "jwt:kubernetes.default.svc#system:serviceaccount:ml:*",
                "jwt:spire#spiffe://example.org/ns/*",
                "jwt:ci#org/1234/*",
                "jwt:acme.okta.com#00u*",
                "jwt:idp.example.com/*#ada",
            })
    void takesGrantsToSomebody(String glob) {
        assertThat(warnings(glob)).isEmpty();
    }

    /// Whoever the globs are made from, none of them is one that nobody matches.
    @Test
    void neverWarnsOfAGlobThatMatchesACaller() {
        var random = new Random(20261125);
        List<String> principals =
                List.of(
                        signed("arn:aws:iam::111122223333:user/a:b/c#d/jo"),
                        signed("arn:aws-cn:iam::111122223333:user/jo"),
                        signed("arn:aws:iam::111122223333:root"),
                        signed("arn:aws:sts::111122223333:assumed-role/ml-research/jo"),
                        signed("arn:aws-iso-b:sts::111122223333:federated-user/jo"),
                        token("https://idp.example.com/pool", "a:b#c"),
                        token("idp", "😀"));
        for (int i = 0; i < 5000; i++) {
            String principal = principals.get(random.nextInt(principals.size()));
            String glob = globOf(principal, random);
            assertThat(new Glob(glob).matches(principal)).as(glob).isTrue();
            assertThat(UnmatchablePrincipal.mayMatch(glob)).as(glob).isTrue();
        }
    }

    /// Puts wildcards over parts of a text.
    private static String globOf(String text, Random random) {
        var glob = new StringBuilder();
        int head = text.indexOf(text.startsWith("jwt:") ? "#" : ":user/");
        int separators = head < 0 ? text.length() : head;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int codePoint = text.codePointAt(i);
            boolean separates = i <= separators && (codePoint == ':' || codePoint == '#');
            boolean literal = separates || random.nextInt(3) > 0;
            if (!literal && random.nextBoolean()) glob.append('*');
            else if (literal) glob.appendCodePoint(codePoint);
            else glob.append('?');
        }
        return glob.toString();
    }

    private static String signed(String arn) {
        var identity = IdentityReader.ofSignature(Optional.of(arn), Optional.of("AIDA"));
        return ((Caller) identity).principal();
    }

    private static String token(String issuer, String subject) {
        var account = Optional.of("111122223333");
        var identity = IdentityReader.ofToken(Optional.of(issuer), Optional.of(subject), account);
        return ((Caller) identity).principal();
    }

    private static List<Mistake> refusals(String glob) {
        return bound(glob, true).all();
    }

    private static Mistakes bound(String glob, boolean denies) {
        var mistakes = new Mistakes();
        Node list = YamlReader.read("[\"" + glob + "\"]", mistakes).orElseThrow();
        new PrincipalReader(new NodeReader(mistakes)).bound(list, "principals", denies);
        return mistakes;
    }

    private static List<Mistake> warnings(String glob) {
        Mistakes found = granted("[\"" + glob + "\"]");
        assertThat(found.any()).isFalse();
        return found.all();
    }

    private static Mistakes granted(String list) {
        var mistakes = new Mistakes();
        new PrincipalReader(new NodeReader(mistakes))
                .granted(YamlReader.read(list, mistakes).orElseThrow(), "except");
        return mistakes;
    }
}
