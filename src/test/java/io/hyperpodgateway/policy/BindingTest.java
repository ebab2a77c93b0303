package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.PLACE;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.document.Enforcement;
import io.hyperpodgateway.request.ClusterRequest;

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
            textBlock =
                    """
                    # no list of principals: everyone
                    -                                     | -  | arn:aws:iam::111122223333:user/jo | true
                    -                                     | [] | arn:aws:iam::999999999999:user/jo | true
                    -                                     | -  | arn:aws:iam::111122223333:root | true
                    -                                     | -  | arn:aws:sts::111122223333:federated-user/bob | true
                    -                                     | -  | https://idp.example.com/pool alice | true
                    *                                     | -  | arn:aws:iam::111122223333:user/a:b/jo | true
                    *                                     | [] | https://idp.example.com/pool a#b:c | true
                    # the sessions of a role are the role
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | true
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/a@b=c | true
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws:sts::111122223333:assumed-role/ops/ml-research | false
                    arn:*:iam::*:role/ml-*                | -  | arn:aws-us-gov:sts::111122223333:assumed-role/ml-research/jo | true
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws-cn:sts::111122223333:assumed-role/ml-research/jo | false
                    arn:aws:iam::*:role/ML-*              | -  | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false
                    # users, whose paths may hold what separates fields
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/jo | true
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/teams/ml/jo | true
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/!$%*?~/jo | true
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws:iam::111122223333:user/x:role/ml-x | false
                    arn:aws:iam::*:role/ml-*              | -  | arn:aws:iam::111122223333:user/role/ml-x | false
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/a:b/jo | true
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:user/a#b/jo | true
                    arn:aws:iam::*:user/*/jo              | -  | arn:aws:iam::111122223333:user/a:b#c/jo | true
                    arn:aws:iam::*:user/*:*               | -  | arn:aws:iam::111122223333:user/a:b/jo | true
                    # a wildcard of the caller's own stands for itself
                    arn:aws:iam::*:user/teams/jo          | -  | arn:aws:iam::111122223333:user/*/jo | false
                    arn:aws:iam::*:user/a                 | -  | arn:aws:iam::111122223333:user/? | false
                    # the root and federated users
                    arn:aws:iam::*:root                   | -  | arn:aws:iam::111122223333:root | true
                    arn:aws:iam::*:user/*                 | -  | arn:aws:iam::111122223333:root | false
                    arn:aws:iam::*:role/*                 | -  | arn:aws:iam::111122223333:root | false
                    arn:aws:sts::*:federated-user/*       | -  | arn:aws:sts::111122223333:federated-user/bob | true
                    arn:aws:iam::*:user/*                 | -  | arn:aws:sts::111122223333:federated-user/bob | false
                    # tokens
                    jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool alice | true
                    jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool alice | true
                    jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool Alice | false
                    jwt:idp.example.com/pool#alice        | -  | https://idp.example.com/pool alice2 | false
                    jwt:idp.example.com*#alice            | -  | https://idp.example.com.evil.example alice | true
                    jwt:idp.example.com/*#alice           | -  | https://idp.example.com.evil.example/pool alice | false
                    jwt:idp.example.com/*#*               | -  | https://evil.example/idp.example.com/pool alice | false
                    jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool a#b | true
                    jwt:idp.example.com/*#*               | -  | https://idp.example.com/pool a:b | true
                    # the subjects that issuers give
                    jwt:token.actions.githubusercontent.com#* | - | https://token.actions.githubusercontent.com repo:acme/infra:ref:refs/heads/main | true
                    jwt:token.actions.githubusercontent.com#repo:acme/*:environment:prod | - | https://token.actions.githubusercontent.com repo:acme/infra:environment:prod | true
                    jwt:token.actions.githubusercontent.com#repo:acme/* | - | https://token.actions.githubusercontent.com repo:acme-evil/infra:pull_request | false
                    jwt:kubernetes.default.svc#*          | -  | https://kubernetes.default.svc system:serviceaccount:ml:trainer | true
                    jwt:oidc.eks.{region}.amazonaws.com/id/*#system:serviceaccount:ml:* | - | https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE system:serviceaccount:ml:trainer | true
                    jwt:oidc.eks.{region}.amazonaws.com/id/*#system:serviceaccount:ml:* | - | https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE system:serviceaccount:mlops:trainer | false
                    jwt:cognito-idp.{region}.amazonaws.com/eu-west-1_*#* | - | https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_uiIFNdacd f1f7d1d4-5a5e-4a0e-9d3b-0f6c5f1c2d3e | true
                    jwt:acme.okta.com/oauth2/default#00u* | -  | https://acme.okta.com/oauth2/default 00u1abcdEFGHijkl2345 | true
                    jwt:login.microsoftonline.com/*/v2.0#* | - | https://login.microsoftonline.com/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0 AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ-_ | true
                    "jwt:acme.eu.auth0.com/#auth0|*" | -  | "https://acme.eu.auth0.com/ auth0|5f7c8ec7c33c6c004bbafe82" | true
                    jwt:gitlab.com#project_path:acme/*    | -  | https://gitlab.com project_path:acme/infra:ref_type:branch:ref:main | true
                    jwt:localhost:8080/realms/ml#*        | -  | https://localhost:8080/realms/ml f:23f1e2d0-1c2b-4f6e:ada | true
                    jwt:spire.example.com#spiffe://*      | -  | https://spire.example.com spiffe://example.org/ns/ml/sa/trainer | true
                    jwt:*#*                               | -  | arn:aws:iam::111122223333:user/jo | false
                    arn:aws:iam::*:role/*                 | -  | https://idp.example.com/pool arn:aws:iam::111122223333:role/ml | false
                    # placeholders
                    arn:aws:iam::{accountId}:user/*       | -  | arn:aws:iam::111122223333:user/jo | true
                    arn:aws:iam::{accountId}:user/*       | -  | arn:aws:iam::999999999999:user/jo | false
                    jwt:idp.{region}.example.com/*#*      | -  | https://idp.eu-west-1.example.com/pool alice | true
                    jwt:idp.{region}.example.com/*#*      | -  | https://idp.us-east-1.example.com/pool alice | false
                    # several
                    arn:aws:iam::*:user/jo arn:aws:iam::*:root | - | arn:aws:iam::111122223333:root | true
                    arn:aws:iam::*:user/jo arn:aws:iam::*:root | - | arn:aws:iam::111122223333:user/mary | false
                    # exceptions, which win
                    -                                     | arn:aws:iam::*:role/ml-*           | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false
                    -                                     | arn:aws:iam::*:role/ml-*           | arn:aws:iam::111122223333:user/x:role/ml-x | true
                    -                                     | *                                  | arn:aws:iam::111122223333:user/jo | false
                    -                                     | arn:aws:iam::{accountId}:user/jo   | arn:aws:iam::111122223333:user/jo | false
                    -                                     | arn:aws:iam::{accountId}:user/jo   | arn:aws:iam::999999999999:user/jo | true
                    arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false
                    arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research-2/jo | true
                    arn:aws:iam::*:role/ml-research       | arn:aws:iam::*:role/ml-research    | arn:aws:sts::111122223333:assumed-role/ml-research/jo | false
                    arn:aws:iam::*:role/*                 | arn:aws:iam::*:role/ml-research    | arn:aws:iam::111122223333:user/jo | false
                    -                                     | jwt:idp.example.com/*#admin        | https://idp.example.com/pool admin | false
                    -                                     | jwt:idp.example.com/*#admin        | https://idp.example.com/pool evil#admin | true
                    -                                     | jwt:kubernetes.default.svc#system:serviceaccount:ml:* | https://kubernetes.default.svc system:serviceaccount:ml:trainer | false
                    -                                     | jwt:kubernetes.default.svc#system:serviceaccount:ml:* | https://evil.example.com kubernetes.default.svc#system:serviceaccount:ml:trainer | true
                    """)
    void bindsWhomTheListsSay(String principals, String except, String who, boolean binds) {
        var asked = new ClusterRequest(NOTHING);
        Policy denies = policy(Enforcement.DENY, principals, except);
        Policy warns = policy(Enforcement.WARN, principals, except);
        Policy audits = policy(Enforcement.AUDIT, principals, except);

        assertThat(denies.decide(caller(who), PLACE, asked).denied()).isEqualTo(binds);
        assertThat(warns.decide(caller(who), PLACE, asked).shown()).hasSize(binds ? 1 : 0);
        assertThat(audits.decide(caller(who), PLACE, asked).audited()).hasSize(binds ? 1 : 0);
        assertThat(denies.describe(caller(who), PLACE).items("rules")).hasSize(binds ? 1 : 0);
        if (except.equals("-") && !principals.equals("-"))
            assertThat(denies.isAuditor(caller(who), PLACE)).isEqualTo(binds);
    }

    /// A policy of one rule, whose auditors are whom the rule binds.
    private static Policy policy(Enforcement enforcement, String principals, String except) {
        JsonObject rule =
                JsonObject.of("id", Json.of("vpc"))
                        .with("enforcement", Json.of(enforcement.id()))
                        .with("principals", list(principals))
                        .with("except", list(except))
                        .with("check", JsonObject.of("requireVpc", Json.of(true)));
        JsonObject document =
                JsonObject.of("version", Json.of("1"))
                        .with("auditors", list(principals))
                        .with("rules", new JsonArray(List.of(rule)));
        return Deciding.policy(document.toText());
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
