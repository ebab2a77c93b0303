package io.hyperpodgateway.policy.document.principal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.Mistakes;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlReader;
import io.hyperpodgateway.policy.match.Glob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class PrincipalReaderTest {

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
        assertThat(warnings(glob)).isEmpty();
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
    void warnsOfWhatNobodyMatches(String glob) {
        assertThat(warnings(glob))
                .extracting(Mistake::rule)
                .containsExactly("unmatchable-principal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "null", "[]", "\"{x}\"", "\"arn:{acount}\""})
    void leavesToOthersWhatIsNoGlob(String item) {
        assertThat(readAll("[" + item + "]").warnings()).isEmpty();
    }

    @Test
    void saysWhatCallersAreCalled() {
        assertThat(warnings("arn:aws:iam::111122223333:role/team/x").getFirst().message())
                .isEqualTo(
                        "arn:aws:iam::111122223333:role/team/x matches no caller: a role stands"
                                + " without its path, arn:aws:iam::ACCOUNT:role/NAME");
        assertThat(warnings("arn:aws:sts::*:assumed-role/x/*").getFirst().message())
                .contains("the session of a role is its role");
        assertThat(warnings("jwt:idp").getFirst().message()).contains("jwt:ISSUER#SUB");
        assertThat(warnings("jwt:https://idp#*").getFirst().message()).contains("without its");
        assertThat(warnings("x").getFirst().message()).contains("no wildcard stands for : or #");
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
            assertThat(PrincipalReader.canMatch(glob)).as(glob).isTrue();
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

    private static List<Mistake> warnings(String glob) {
        Mistakes found = readAll("[\"" + glob + "\"]");
        assertThat(found.all()).isEmpty();
        return found.warnings();
    }

    private static Mistakes readAll(String list) {
        var mistakes = new Mistakes();
        new PrincipalReader(new NodeReader(mistakes))
                .globs(YamlReader.read(list, mistakes).orElseThrow(), "principals");
        return mistakes;
    }
}
