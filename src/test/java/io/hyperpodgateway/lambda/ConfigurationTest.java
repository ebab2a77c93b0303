package io.hyperpodgateway.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ConfigurationTest {

    private static final Map<String, String> RIGHT =
            Map.of("AUDIT_TABLE", "audit", "OPEN_TABLE", "open", "AWS_REGION", "us-east-1");

    @TempDir private Path folder;

    @Test
    void isRightWithTheBundledPolicy() {
        assertThat(mistakes(RIGHT)).isEmpty();
    }

    @Test
    void readsAPolicyFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), "version: mine");
        Map<String, String> environment = with("POLICY_SOURCE", "file:" + file);
        Configuration read = Configuration.read(environment, ServiceModel.bundled()).orElseThrow();

        assertThat(read.policy().version()).isEqualTo("mine");
    }

    @Test
    void reportsMistakesOfSettingsAndPolicyTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), "rulez: []");
        Map<String, String> environment = with("POLICY_SOURCE", "file:" + file);
        environment.remove("OPEN_TABLE");

        assertThat(mistakes(environment))
                .anyMatch(mistake -> mistake.startsWith("OPEN_TABLE"))
                .anyMatch(mistake -> mistake.contains("rulez") && mistake.contains("line 1"))
                .anyMatch(mistake -> mistake.contains("version"));
    }

    @Test
    void reportsAPolicyThatIsNotThere() {
        assertThat(mistakes(with("POLICY_SOURCE", "bundled:nowhere")))
                .singleElement()
                .asString()
                .contains("nowhere");
        assertThat(mistakes(with("POLICY_SOURCE", "file:" + folder.resolve("nowhere.yaml"))))
                .singleElement()
                .asString()
                .contains("nowhere.yaml");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(RIGHT);
        environment.put(name, value);
        return environment;
    }

    private static List<String> mistakes(Map<String, String> environment) {
        return GatewayHandler.mistakesIn(environment);
    }
}
