package io.hyperpodgateway.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

class S3AnchorStoreTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-23T11:15:00.5Z");
    private static final String PREFIX = AnchorKeys.prefix("eu-west-1", "audit");
    private static final Digest DIGEST = Digest.seal(TEN, Optional.empty(), List.of(), NOW);

    private final LoopbackS3 s3 = LoopbackS3.start();

    S3AnchorStoreTest() throws IOException {}

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void putsTheDigestUnderItsHourAndHashSignedAndLocked() {
        s3.answer(200, "");

        anchors(new Retention("COMPLIANCE", 10)).keep(DIGEST);

        LoopbackS3.S3Request put = s3.requests().getFirst();
        assertThat(put.method()).isEqualTo("PUT");
        assertThat(put.uri())
                .isEqualTo(
                        "/bucket.one/eu-west-1/audit/2026-11-23T10Z/%s.json"
                                .formatted(DIGEST.sha256()));
        assertThat(put.body()).isEqualTo(DIGEST.members().toText());
        assertThat(put.header("x-amz-object-lock-mode")).isEqualTo("COMPLIANCE");
        assertThat(put.header("x-amz-object-lock-retain-until-date"))
                .isEqualTo("2026-12-03T11:15:00Z");
        assertThat(put.header("x-amz-sdk-checksum-algorithm")).isEqualTo("SHA256");
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        Base64.getDecoder()
                                                .decode(put.header("x-amz-checksum-sha256"))))
                .isEqualTo(Sha256.hex(put.body()));
        assertThat(put.header("x-amz-content-sha256")).isEqualTo(Sha256.hex(put.body()));
        assertThat(put.header("If-None-Match")).isEqualTo("*");
        assertThat(put.header("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDTEST/")
                .contains("/eu-west-1/s3/aws4_request")
                .contains("x-amz-object-lock-mode")
                .contains("x-amz-checksum-sha256");
    }

    @Test
    void leavesRetentionToTheBucketWhereNoDaysAreSet() {
        s3.answer(200, "");

        anchors(new Retention("COMPLIANCE", 0)).keep(DIGEST);

        assertThat(s3.requests().getFirst().header("x-amz-object-lock-mode")).isEmpty();
    }

    @Test
    void isContentWhereTheDigestIsKeptAlready() {
        s3.answer(412, "<Error><Code>PreconditionFailed</Code></Error>");

        assertThatNoException()
                .isThrownBy(() -> anchors(new Retention("GOVERNANCE", 1)).keep(DIGEST));
    }

    @Test
    void triesAgainWhereThatMayHelp() {
        s3.answer(503, "<Error><Code>SlowDown</Code></Error>");
        s3.answer(200, "");

        anchors(new Retention("GOVERNANCE", 1)).keep(DIGEST);

        assertThat(s3.requests()).hasSize(2);
    }

    @Test
    void reportsWhatS3Refused() {
        s3.answer(403, "<Error><Code>AccessDenied</Code><Message>secret</Message></Error>");

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> anchors(new Retention("GOVERNANCE", 1)).keep(DIGEST))
                .withMessage("bucket bucket.one: HTTP status 403, AccessDenied");
    }

    @Test
    void listsWhatIsKeptPageAfterPageThoughSomebodyMarkedItDeleted() {
        s3.answer(
                200,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                  <IsTruncated>true</IsTruncated>
                  <NextKeyMarker>a key</NextKeyMarker>
                  <NextVersionIdMarker>v&amp;1</NextVersionIdMarker>
                  <DeleteMarker><Key>%1$s2026-11-23T09Z/%2$s.json</Key></DeleteMarker>
                  <Version><Key>%1$s2026-11-23T10Z/%2$s.json</Key></Version>
                  <Version><Key>%1$snotes.txt</Key></Version>
                </ListVersionsResult>\
                """
                        .formatted(PREFIX, "a".repeat(64)));
        s3.answer(
                200,
                """
                <ListVersionsResult>
                  <IsTruncated>false</IsTruncated>
                  <Version><Key>%1$s2026-11-23T11Z/%2$s.json</Key></Version>
                </ListVersionsResult>\
                """
                        .formatted(PREFIX, "b".repeat(64)));

        List<Anchor> anchors =
                new S3AnchorList(TestClients.clients().signed("s3", at()), bucket(), PREFIX)
                        .anchors();

        assertThat(anchors)
                .containsExactly(
                        new Anchor(TEN, "a".repeat(64)), new Anchor(TEN.plus(1), "b".repeat(64)));
        assertThat(s3.requests().getFirst().uri())
                .startsWith("/bucket.one?")
                .contains("versions", "prefix=eu-west-1%2Faudit%2F");
        assertThat(s3.requests().getLast().uri())
                .contains("key-marker=a%20key", "version-id-marker=v%261");
    }

    @Test
    void reportsWhereNothingAnswers() {
        s3.close();

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> anchors(new Retention("GOVERNANCE", 1)).keep(DIGEST))
                .withMessageStartingWith("bucket bucket.one: ");
    }

    private S3AnchorStore anchors(Retention retention) {
        return new S3AnchorStore(
                TestClients.clients().signed("s3", at()),
                bucket(),
                PREFIX,
                retention,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Bucket bucket() {
        return new Bucket("bucket.one", "eu-west-1", at());
    }

    private Optional<URI> at() {
        return Optional.of(s3.endpoint());
    }
}
