package io.hyperpodgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DigestSettingsReaderTest {

    private static final Map<String, String> LEAST =
            Map.of("AUDIT_TABLE", "audit", "AWS_REGION", "eu-west-1");

    @Test
    void needsTableAndRegionAlone() {
        assertThat(DigestSettingsReader.read(LEAST))
                .isEqualTo(
                        new Reading.Read<>(
                                new DigestSettings(
                                        "hyperpod-gateway",
                                        "audit",
                                        "eu-west-1",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "COMPLIANCE",
                                        3653,
                                        Optional.empty())));
    }

    @Test
    void readsAll() {
        var all = new HashMap<>(LEAST);
        all.put("GATEWAY_NAME", "ours");
        all.put("DIGEST_BUCKET", "kept.outside");
        all.put("DIGEST_RETENTION_MODE", "GOVERNANCE");
        all.put("DIGEST_RETENTION_DAYS", "0");
        all.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000");
        all.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000");

        assertThat(DigestSettingsReader.read(all))
                .isEqualTo(
                        new Reading.Read<>(
                                new DigestSettings(
                                        "ours",
                                        "audit",
                                        "eu-west-1",
                                        Optional.of(URI.create("http://127.0.0.1:8000")),
                                        Optional.of("kept.outside"),
                                        "GOVERNANCE",
                                        0,
                                        Optional.of(URI.create("http://127.0.0.1:9000")))));
    }

    @Test
    void reportsEveryMistake() {
        assertThat(mistakes(Map.of("DIGEST_BUCKET", "A")))
                .hasSize(3)
                .anyMatch(mistake -> mistake.startsWith("AUDIT_TABLE "))
                .anyMatch(mistake -> mistake.startsWith("AWS_REGION "))
                .anyMatch(mistake -> mistake.startsWith("DIGEST_BUCKET "));
    }

    @ParameterizedTest
    @CsvSource({
        "DIGEST_BUCKET,ab",
        "DIGEST_BUCKET,s3://bucket",
        "DIGEST_RETENTION_MODE,compliance",
        "DIGEST_RETENTION_DAYS,-1",
        "DIGEST_RETENTION_DAYS,36501",
        "DIGEST_RETENTION_DAYS,ten",
        "AWS_ENDPOINT_URL_S3,localhost:9000"
    })
    void refusesWhatIsWrong(String name, String value) {
        var settings = new HashMap<>(LEAST);
        settings.put(name, value);

        assertThat(mistakes(settings))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).startsWith(name + " is "));
    }

    private static List<String> mistakes(Map<String, String> environment) {
        return DigestSettingsReader.read(environment).problems();
    }
}
