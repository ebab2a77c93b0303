package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.PLACE;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.spec.ClusterRequest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whom a rule binds: `principals`, `except`, who the event says is asking (the ARN that was
/// verified, or issuer and subject), and the answer. `-` is a list that is not there, `[]` one that
/// is empty.
class BindingTest {

    private static final JsonObject NOTHING = JsonObject.EMPTY;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // no list of principals: everyone
                "-                                     | -  | arn:aws:iam::111122223333:user/jo | true",
                "-                                     | [] | arn:aws:iam::999999999999:user/jo | true",
                "-                                     | -  | arn:aws:iam::111122223333:root | true",
                "-                                     | -  | arn:aws:sts::111122223333:federated-user/bob | true",
                "-                                     | -  | https://idp.example.com/pool alice | true",
                "*                                     | -  | arn:aws:iam::111122223333:user/a:b/jo | true",
                "*                                     | [] | https://idp.example.com/pool a#b:c | true",
                // the sessions of a role are the role
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | true",
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/a@b=c | true",
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ops/ml-research | false",
                "arn:aws:sts::*:assumed-role/*         | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                "arn:*:iam::*:role/ml-*                | -  | arn:aws-us-gov:sts::111122223333:assumed-role/ml-research/jo | true",
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws-cn:sts::111122223333:assumed-role/ml-research/jo | false",
                "arn:aws:iam::*:role/ML-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                // a role's path is not in the event, so a glob with one binds nobody
                "arn:aws:iam::*:role/teams/ml-*        | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                // users, whose paths may hold what separates fields
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/jo | true",
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/teams/ml/jo | true",
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/!$%*?~/jo | true",
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws:iam::111122223333:user/x:role/ml-x | false",
                "arn:aws:iam::*:role/ml-*              | -  | arn:aws:iam::111122223333:user/role/ml-x | false",
                // so who means every user leaves `principals` out: this user is not bound
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/a:b/jo | false",
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/a#b/jo | false",
                "arn:aws:iam::*:user/*:*               | -  | arn:aws:iam::111122223333:user/a:b/jo | true",
                // a wildcard of the caller's own stands for itself
                "arn:aws:iam::*:user/teams/jo          | -  | arn:aws:iam::111122223333:user/*/jo | false",
                "arn:aws:iam::*:user/a                 | -  | arn:aws:iam::111122223333:user/? | false",
                // the root and federated users
                "arn:aws:iam::*:root                   | -  | arn:aws:iam::111122223333:root | true",
                "arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:root | false",
                "arn:aws:iam::*:role/*                 | -  | arn:aws:iam::111122223333:root | false",
                "arn:aws:sts::*:federated-user/*       | -  | arn:aws:sts::111122223333:federated-user/bob | true",
                "arn:aws:iam::*:user/*                 | -  | arn:aws:sts::111122223333:federated-user/bob | false",
                // tokens
                "jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool alice | true",
                "jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool alice | true",
                "jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool Alice | false",
                "jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool alice2 | false",
                "jwt:idp.example.com*#alice            | -  | https://idp.example.com.evil.example alice | true",
                "jwt:idp.example.com/*#alice           | -  | https://idp.example.com.evil.example/pool alice | false",
                "jwt:idp.example.com/*#*               | -  | https://evil.example/idp.example.com/pool alice | false",
                "jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool a#b | false",
                "jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool a:b | false",
                "jwt:*                                 | -  | https://idp.example.com/pool alice | false",
                "jwt:*#*                               | -  | arn:aws:iam::111122223333:user/jo | false",
                "arn:aws:iam::*:role/*                 | -  | https://idp.example.com/pool arn:aws:iam::111122223333:role/ml | false",
                // placeholders
                "arn:aws:iam::{accountId}:user/*       | -  | arn:aws:iam::111122223333:user/jo | true",
                "arn:aws:iam::{accountId}:user/*       | -  | arn:aws:iam::999999999999:user/jo | false",
                "jwt:idp.{region}.example.com/*#*      | -  | https://idp.eu-west-1.example.com/pool alice | true",
                "jwt:idp.{region}.example.com/*#*      | -  | https://idp.us-east-1.example.com/pool alice | false",
                // several
                "arn:aws:iam::*:user/jo arn:aws:iam::*:root | - | arn:aws:iam::111122223333:root | true",
                "arn:aws:iam::*:user/jo arn:aws:iam::*:root | - | arn:aws:iam::111122223333:user/mary | false",
                // exceptions, which win
                "-                                     | arn:aws:iam::*:role/ml-*           | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                "-                                     | arn:aws:iam::*:role/ml-*           | arn:aws:iam::111122223333:user/x:role/ml-x | true",
                "-                                     | *                                  | arn:aws:iam::111122223333:user/jo | false",
                "-                                     | arn:aws:iam::{accountId}:user/jo   | arn:aws:iam::111122223333:user/jo | false",
                "-                                     | arn:aws:iam::{accountId}:user/jo   | arn:aws:iam::999999999999:user/jo | true",
                "arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                "arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research-2/jo | true",
                "arn:aws:iam::*:role/ml-research       | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false",
                "arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:iam::111122223333:user/jo | false",
                "-                                     | jwt:idp.example.com/*#admin        | https://idp.example.com/pool admin | false",
                "-                                     | jwt:idp.example.com/*#admin        | https://idp.example.com/pool evil#admin | true",
            })
    void bindsWhomTheListsSay(String principals, String except, String who, boolean binds) {
        JsonObject rule =
                JsonObject.of("id", Json.of("vpc"))
                        .with("principals", list(principals))
                        .with("except", list(except))
                        .with("check", JsonObject.of("requireVpc", Json.of(true)));
        JsonObject document =
                JsonObject.of("version", Json.of("1")).with("rules", new JsonArray(List.of(rule)));
        Policy policy = Deciding.policy(document.toText());

        assertThat(policy.decide(caller(who), PLACE, new ClusterRequest(NOTHING)).denied())
                .isEqualTo(binds);
        assertThat(policy.describe(caller(who), PLACE).items("rules")).hasSize(binds ? 1 : 0);
    }

    private static Optional<JsonArray> list(String text) {
        if (text.equals("-")) return Optional.empty();
        Stream<String> globs = text.equals("[]") ? Stream.empty() : Stream.of(text.split(" "));
        return Optional.of(JsonArray.ofTexts(globs.toList()));
    }

    private static Caller caller(String who) {
        String[] issuerAndSubject = who.split(" ", 2);
        Identity identity =
                issuerAndSubject.length == 1
                        ? IdentityReader.ofSignature(Optional.of(who), Optional.of("AIDAEXAMPLE"))
                        : IdentityReader.ofToken(
                                Optional.of(issuerAndSubject[0]),
                                Optional.of(issuerAndSubject[1]),
                                Optional.of(PLACE.accountId()));
        return (Caller) identity;
    }
}
