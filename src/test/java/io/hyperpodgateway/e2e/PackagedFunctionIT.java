package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

class PackagedFunctionIT {

    @Test
    void answersEventAfterEvent() throws IOException {
        try (PackagedFunction function = PackagedFunction.start(Map.of())) {
            assertThat(function.invoke("{}")).contains("\"statusCode\"");
            assertThat(function.invoke("{}")).contains("\"statusCode\"");
        }
    }

    @Test
    void reportsWhyAFunctionDoesNotStart() {
        assertThatThrownBy(() ->
                        PackagedFunction.start(
                                Map.of("_HANDLER", "x", "JAVA_TOOL_OPTIONS", "-XX:NoSuchFlag")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void leavesNoProcess() throws IOException {
        PackagedFunction function = PackagedFunction.start(Map.of());

        function.close();

        assertThat(function.isAlive()).isFalse();
    }
}
