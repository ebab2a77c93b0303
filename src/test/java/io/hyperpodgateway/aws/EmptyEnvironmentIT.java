package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The SDK reads some settings itself; an empty one counts as absent there too.
class EmptyEnvironmentIT {

    private static final List<String> ADDRESSES_OF_AWS =
            List.of(
                    "https://api.sagemaker.eu-west-1.amazonaws.com/",
                    "https://dynamodb.eu-west-1.amazonaws.com/");

    @Test
    void callsAwsWithoutSettings() throws Exception {
        assertThat(addresses(Map.of())).containsExactlyElementsOf(ADDRESSES_OF_AWS);
    }

    @Test
    void callsAwsWhereTheSettingsAreEmpty() throws Exception {
        Map<String, String> empty =
                Map.of(
                        "AWS_ENDPOINT_URL", "",
                        "AWS_ENDPOINT_URL_SAGEMAKER", "",
                        "AWS_ENDPOINT_URL_DYNAMODB", "",
                        "AWS_REGION", "",
                        "AWS_PROFILE", "");

        assertThat(addresses(empty)).containsExactlyElementsOf(ADDRESSES_OF_AWS);
    }

    private static List<String> addresses(Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndpointPrinter.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
