package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

class LazyTrustManagerTest {

    /// Self-signed, valid for a hundred years from 2026 on.
    private static final String STRANGER =
            """
            -----BEGIN CERTIFICATE-----
            MIIDCTCCAfGgAwIBAgIUfSjzvHQVWKrS8D824Ezwvtz+uzkwDQYJKoZIhvcNAQEL
            BQAwEzERMA8GA1UEAwwIU3RyYW5nZXIwIBcNMjYxMTI1MjMzMDMwWhgPMjEyNjEx
            MDEyMzMwMzBaMBMxETAPBgNVBAMMCFN0cmFuZ2VyMIIBIjANBgkqhkiG9w0BAQEF
            AAOCAQ8AMIIBCgKCAQEA0Zf6//o6obOWIT7kdr0kmJKp4LKCP/pPaFMxfb0EKAA3
            n2VUSvowsC16Ldw6b+BvL/Aks/HBwjRQglu9cUvIMuBzm+vMs2U29kpNav1WP0iF
            lk1giVoMy81Y+NEk/BOEKZMvM+viZL6iAVr3HSm5m0rFuj3m2NYf5X639HI21wXH
            /q22hnlgt3KW/rQLQf0JvKt7eHboNiLPsG8qkFyZGleMeD83PuF0jwsTj+5CptIh
            QQCfIRFhy46HLLKVyFjOfYrHFq2Yw09IDghRLeuYMyDENzU836YZ91zZo7or0YVl
            KNvtdxXpitLVYWT8+sDSYk9BymdcY8lxwxkchKtZKQIDAQABo1MwUTAdBgNVHQ4E
            FgQUx7Hh4ME37N1/sPtAtrRHD2I3JTIwHwYDVR0jBBgwFoAUx7Hh4ME37N1/sPtA
            trRHD2I3JTIwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAMZlr
            JQMnSeB9Z+QIPHc5IX2dd/J8iEOV24Yh2tSrHvkv/9mYWCWSmKc/b2/AXWsfajOH
            gi03/8gBvNKVyVC4S3RsHanwmmaB6sXoOgX2kgBBKrol9VMuEGscWyn59iLRrPEd
            KLKtuLwceSsWNMWUhTx6toDM4mmGz3YCZBXOpQGjeQdnbfHSMeDSRIkLU0MmgnH5
            JIQp05zOQzp5JMj4LPkzE5Bb8bbuwwJj/iH0qnxWqn+9yeW0S0kdBlh/j1xFp2m7
            eTLf0jFGKEdqivP05RCG0iyljaJaOM/yaq+PDdsnxk5Urhf3VU3lev4S16Dc8Aa8
            1C01KFJYBX5fClDcEQ==
            -----END CERTIFICATE-----
            """;

    private final LazyTrustManager trust = new LazyTrustManager();

    @Test
    void trustsWhomTheJdkTrusts() throws GeneralSecurityException {
        X509Certificate[] roots = ofTheJdk().getAcceptedIssuers();

        assertThat(roots).isNotEmpty();
        assertThat(trust.getAcceptedIssuers()).containsExactlyInAnyOrder(roots);
        assertThatNoException()
                .isThrownBy(() ->
                        trust.checkServerTrusted(new X509Certificate[] {roots[0]}, "UNKNOWN"));
    }

    @Test
    void trustsNobodyElse() throws GeneralSecurityException {
        var stranger =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                STRANGER.getBytes(StandardCharsets.US_ASCII)));

        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() ->
                        trust.checkServerTrusted(new X509Certificate[] {stranger}, "UNKNOWN"));
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() ->
                        trust.checkClientTrusted(new X509Certificate[] {stranger}, "UNKNOWN"));
    }

    private static X509TrustManager ofTheJdk() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
