package io.hyperpodgateway.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Random;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # whole value, case and wildcards
                    ml.g5.*                                 | ml.g5.xlarge
                    ml.g5.*                                 | ml.g5.
                    ml.g?.xlarge                            | ml.g5.xlarge
                    *.xlarge                                | ml.g5.xlarge
                    m*5*e                                   | ml.g5.xlarge
                    **                                      | abc
                    a*b*c                                   | abcbc
                    ""                                    | ""
                    ?                                       | 😀
                    *?                                      | a😀
                    a.c                                     | a.c
                    # fields of ARNs and token subjects
                    arn:*:iam::111122223333:role/hyperpod-* | arn:aws-us-gov:iam::111122223333:role/hyperpod-a/b
                    arn:aws:iam::*:role/ml-*                | arn:aws:iam::111122223333:role/ml-x
                    jwt:idp.example.com/*#*                 | jwt:idp.example.com/pool#alice
                    *:*                                     | a:b
                    # subjects of tokens and paths of users, which hold any character
                    jwt:token.actions.githubusercontent.com#*      | jwt:token.actions.githubusercontent.com#repo:acme/infra:ref:refs/heads/main
                    jwt:*#repo:acme/*                       | jwt:idp#repo:acme/infra:environment:prod
                    jwt:idp#repo:acme/*:environment:prod    | jwt:idp#repo:acme/infra:environment:prod
                    jwt:idp#system:serviceaccount:ml:*      | jwt:idp#system:serviceaccount:ml:trainer
                    jwt:idp#*                               | jwt:idp#a#b:c
                    jwt:idp#*#b                             | jwt:idp#a#b
                    jwt:idp#?                               | jwt:idp#:
                    jwt:idp#?                               | jwt:idp##
                    jwt:localhost:8080/realms/x#*           | jwt:localhost:8080/realms/x#a:b
                    jwt:localhost:*/x#*                     | jwt:localhost:8080/realms/x#a:b
                    j*:*#*                                  | jwt:idp#a:b
                    arn:aws:iam::*:user/*                   | arn:aws:iam::1:user/a:b/c#d/jo
                    arn:aws:iam::*:user/*/jo                | arn:aws:iam::1:user/a:b/c#d/jo
                    arn:aws:iam::*:user/?/jo                | arn:aws:iam::1:user/:/jo
                    arn:aws:iam::1:*                        | arn:aws:iam::1:user/a:b/jo
                    arn:*:iam::*:us*jo                      | arn:aws-cn:iam::1:user/a:b/jo
                    # buckets and keys
                    s3://bucket/*                           | s3://bucket/
                    s3://bucket/*                           | s3://bucket/a/b
                    s3://*/x                                | s3://bucket/x
                    s3://b?cket/*                           | s3://bucket/x
                    s3://bucket                             | s3://bucket
                    s3://bucket*                            | s3://bucket-2
                    s3:*/*                                  | s3://bucket/x
                    s3://b/*/d                              | s3://b/c/c/d
                    https://b.s3.amazonaws.com/*            | https://b.s3.amazonaws.com/x/y
                    # what a caller names may hold what globs and fields are written with
                    arn:aws:iam::1:user/*                    | arn:aws:iam::1:user/!$%&()*+,-.;<=>?@[]^_`{}~/jo
                    arn:aws:iam::1:user/*:*                  | arn:aws:iam::1:user/a:b/jo
                    arn:aws:iam::1:user/*#*                  | arn:aws:iam::1:user/a#b/jo
                    a*b                                      | a*b
                    a?b                                      | a?b
                    :                                        | :
                    *#*                                      | #
                    # names that begin alike are one to a wildcard: the reader warns of it
                    s3://sagemaker-*/*                       | s3://sagemaker-evil/x
                    # a key may hold anything
                    s3://b/*                                 | s3://b//x
                    s3://b/*                                 | s3://b/...
                    s3://b/*                                 | s3://b/a..b/.x
                    s3://b/*                                 | s3://b/..a/x.
                    s3://b/*                                 | s3://b/100%
                    s3://b/*                                 | s3://b/%zz
                    s3://b/*                                 | s3://b/%2x
                    s3://b/*                                 | s3://b/a%20b
                    *                                        | s3://b/../x
                    s3://b/*                                 | s3://b/s3//c/x
                    s3://b/*                                 | s3://b/*?
                    s3://b/?                                 | s3://b/🚀
                    s3://b/*:*                               | s3://b/x:y
                    s3://b/*#*                               | s3://b/x#y
                    s3://b/                                  | s3://b/
                    s3://*/x                                 | s3:///x
                    # the scheme in the letters of the glob
                    S3://b/*                                 | S3://b/x
                    S3://b                                   | S3://b
                    # characters of two halves
                    ??                                       | 😀😀
                    a*c                                      | a😀c
                    *😀                                       | x😀
                    *😀*                                      | 😀
                    ?*?                                      | 😀a
                    # the lone one
                    *                                       | s3://any/thing:at#all
                    *                                       | ""
                    """)
    void matches(String glob, String value) {
        assertThat(new Glob(glob).matches(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ml.g5.*                                 | ML.G5.xlarge
                    ml.g5.*                                 | xml.g5.xlarge
                    ml.g5.xlarge                            | ml.g5.xlarge2
                    ml.g?.xlarge                            | ml.g.xlarge
                    ??                                      | 😀
                    a.c                                     | abc
                    ""                                    | a
                    ?                                       | ""
                    a*b*c                                   | abcb
                    # a wildcard is no way into another field
                    arn:aws:iam::*:role/ml-*                | arn:aws:iam::1:user/x:role/ml-x
                    arn:aws:iam::1:role/hyperpod-*          | arn:aws:iam::1:role/hyperpod-x:y
                    arn:aws:iam::1:role/hyperpod-*          | arn:aws:iam::12:role/hyperpod-x
                    arn:aws:iam?:1:role/x                   | arn:aws:iam::1:role/x
                    jwt:idp.example.com/*                   | jwt:idp.example.com/pool#alice
                    jwt:*#alice                             | jwt:evil#idp#alice
                    **                                      | a:b
                    *a                                      | b#a
                    arn:aws:iam::1:user/*                    | arn:aws:iam::1:role/a:b
                    arn:aws:iam::1:user/*                    | arn:aws:sts::1:user/a:b
                    arn:aws:iam::*:user/jo                   | arn:aws:iam::1:user/a:user/jo
                    arn:aws:iam::1:*                         | arn:aws:iam::1:role/a:b
                    arn:aws:iam:*                            | arn:aws:iam::1:user/jo
                    arn:aws:iam:*:user/*                     | arn:aws:iam::1:user/jo
                    arn:aws:iam::*:role/*                    | arn:aws:iam::1:user/a:role/x
                    jwt:idp.example.com                      | jwt:idp.example.com#
                    jwt:idp*                                 | jwt:idp#a:b
                    jwt:*/realms#*                           | jwt:localhost:8080/realms#a
                    jwt:idp.example.com?*                    | jwt:idp.example.com#a
                    jwt:*#a                                  | jwt:idp#b#a
                    jwt:idp#*:ref:refs/heads/main            | jwt:idp#repo:acme/infra:ref:refs/heads/main2
                    jwt:idp#repo:acme/*                      | jwt:idp#repo:acme-evil/x:ref:y
                    jwt:idp#repo:acme/*                      | jwt:evil#idp#repo:acme/x
                    jwt:idp#?                                | jwt:idp#::
                    JWT:idp#*                                | jwt:idp#a
                    arn:aws:iam::1:user/a/jo                 | arn:aws:iam::1:user/*/jo
                    arn:aws:iam::1:role/ml-*                 | arn:aws:iam::1:user/:role/ml-x
                    ab                                       | a*
                    a                                        | ?
                    *?                                       | ""
                    ?                                        | :
                    ?                                        | #
                    *?                                       | a:b
                    a:*                                      | a:b:c
                    # nor out of a bucket
                    s3://sagemaker/*                         | s3://sagemaker-evil/x
                    s3://sagemaker-us-east-1-111122223333/*  | s3://sagemaker-us-east-1-111122223333-evil/x
                    s3://b/                                  | s3://b
                    s3://b                                   | s3://b/
                    s3://b/*                                 | s3://B/x
                    s3://b/x                                 | s3://b/X
                    S3://*x                                  | S3://b/x
                    s3://b/*                                 | s3:/b/x
                    s3://b/*                                 | s3://b/x#y
                    s3://b/*                                 | s3:///b/x
                    # nor into half a character
                    ?                                        | 😀😀
                    ???                                      | 😀a
                    s3://sagemaker-*/x                      | s3://sagemaker-evil/y/x
                    s3://*-1111/x                           | s3://evil/a-1111/x
                    s3://bucket*                            | s3://bucket/x
                    s3://bucket?x                           | s3://bucket/x
                    s3://bucket/*                           | s3://bucket
                    s3://bucket/*                           | s3://bucket-evil/x
                    s3://bucket/*                           | s3://evil/s3://bucket/x
                    s3://bucket/*                           | s3://bucket/a:b
                    s3://bucket/*                           | S3://bucket/x
                    ?3://*k*                                | S3://bucket/x
                    s3://*                                  | s3://bucket/x
                    # segments that lead elsewhere, however they are written
                    s3://b/*                                 | s3://b/../x
                    s3://b/*                                 | s3://b/ok/../../evil/x
                    s3://b/*                                 | s3://b/ok/..
                    s3://b/*                                 | s3://b/ok/./x
                    s3://b/*                                 | s3://b/.
                    s3://b/*                                 | s3://b/ok/%2e%2e/evil
                    s3://b/*                                 | s3://b/ok/%2E./evil
                    s3://b/*                                 | s3://b/ok/.%2e/evil
                    s3://b/*                                 | s3://b/ok/%252e%252e/evil
                    s3://b/*                                 | s3://b/ok/%25252e./evil
                    s3://b/*                                 | s3://b/ok%2f..%2fevil
                    s3://b/*                                 | s3://b/ok%2F%2e%2e%2Fevil
                    s3://b/*                                 | s3://b/ok\\..\\evil
                    s3://b/*                                 | s3://b/ok%5c..%5cevil
                    s3://b/*                                 | "s3://b/ok/..\t/evil"
                    s3://b/*                                 | s3://b/ok/%00../evil
                    s3://b/*                                 | s3://b/ok/．．/evil
                    s3://b/*                                 | s3://b/ok/‥/evil
                    s3://b/ok/*                              | s3://b/ok/../../evil/x
                    s3://b/../x                              | s3://b/../x
                    S3://b/*                                 | S3://b/../x
                    https://b.s3.amazonaws.com/*             | https://b.s3.amazonaws.com/ok/../evil
                    https://b.s3.amazonaws.com/*             | HTTPS://b.s3.amazonaws.com/x/../y
                    s3://bucket/*                           | https://bucket.s3.amazonaws.com/x
                    https://b.s3.amazonaws.com/*            | https://b.s3.amazonaws.com.evil/x
                    """)
    void matchesNot(String glob, String value) {
        assertThat(new Glob(glob).matches(value)).isFalse();
    }

    @Test
    void takesALineBreakForACharacter() {
        assertThat(new Glob("a*c").matches("a\nc")).isTrue();
        assertThat(new Glob("a?c").matches("a\nc")).isTrue();
        assertThat(new Glob("ac").matches("ac\n")).isFalse();
    }

    @Test
    void fillsPlaceholders() {
        var glob = new Glob("s3://{it}/*").filled(text -> text.replace("{it}", "bucket"));

        assertThat(glob.matches("s3://bucket/x")).isTrue();
        assertThat(glob).hasToString("s3://bucket/*");
    }

    @Test
    void agreesWithAPlainSearchOfAllWays() {
        var random = new Random(20261123);
        for (int i = 0; i < 200_000; i++) {
            boolean inS3 = random.nextBoolean();
            String glob = text(random, "*?ab/:#", inS3 ? "s3://*" : "jwt:a#*", 6);
            String value = text(random, "ab/:#", inS3 ? "s3://" : "jwt:a#", 7);
            assertThat(new Glob(glob).matches(value))
                    .as("%s on %s", glob, value)
                    .isEqualTo(glob.equals("*") || anyWay(glob, 0, value, 0));
        }
    }

    @Test
    void isQuickWhateverTheValue() {
        var glob = new Glob("*a".repeat(500) + "b");

        assertThat(
                        org.junit.jupiter.api.Assertions.assertTimeout(
                                Duration.ofSeconds(2), () -> glob.matches("a".repeat(20_000))))
                .isFalse();
    }

    @Test
    void isQuickWhateverTheSubject() {
        var glob = new Glob("jwt:idp#" + "*a:".repeat(300) + "b");
        String subject = "jwt:idp#" + "a:".repeat(10_000);

        assertThat(
                        org.junit.jupiter.api.Assertions.assertTimeout(
                                Duration.ofSeconds(2), () -> glob.matches(subject)))
                .isFalse();
    }

    @Test
    void isQuickHoweverOftenAUriIsEncoded() {
        var glob = new Glob("s3://b/*");
        String uri = "s3://b/%" + "25".repeat(100_000) + "2e";

        assertThat(
                        org.junit.jupiter.api.Assertions.assertTimeout(
                                Duration.ofSeconds(2), () -> glob.matches(uri)))
                .isFalse();
    }

    @Test
    void takesNoLookAlikeForASeparator() {
        assertThat(new Glob("jwt:idp#*").matches("jwt:idp\uff03alice")).isFalse();
        assertThat(new Glob("jwt:*#*").matches("jwt\uff1aidp#alice")).isFalse();
        assertThat(new Glob("jwt:idp\uff03*").matches("jwt:idp#alice")).isFalse();
        assertThat(new Glob("jwt:idp#repo:acme/*").matches("jwt:idp#repo:\u0430cme/x")).isFalse();
    }

    private static String text(Random random, String letters, String start, int most) {
        var text = new StringBuilder();
        if (random.nextBoolean()) text.append(start, 0, random.nextInt(start.length() + 1));
        int length = random.nextInt(most);
        for (int i = 0; i < length; i++)
            text.append(letters.charAt(random.nextInt(letters.length())));
        return text.toString();
    }

    /// What a glob means, character by character, with no thought for time.
    private static boolean anyWay(String glob, int g, String value, int v) {
        if (g == glob.length()) return v == value.length();
        char wanted = glob.charAt(g);
        if (wanted == '*' && anyWay(glob, g + 1, value, v)) return true;
        if (v == value.length()) return false;
        if (wanted == '*') return isWild(value, v) && anyWay(glob, g, value, v + 1);
        boolean fits = wanted == '?' ? isWild(value, v) : wanted == value.charAt(v);
        return fits && anyWay(glob, g + 1, value, v + 1);
    }

    private static boolean isWild(String value, int v) {
        boolean endsBucket = value.startsWith("s3://") && value.indexOf('/', 5) == v;
        boolean ofSubject = value.startsWith("jwt:") && value.lastIndexOf('#', v - 1) >= 0;
        return ofSubject || (!endsBucket && value.charAt(v) != ':' && value.charAt(v) != '#');
    }
}
