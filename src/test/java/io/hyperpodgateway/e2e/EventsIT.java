package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sends every event of `events/` through the packaged function, and compares the answers with
/// `src/test/resources/answers/`.
class EventsIT {

    private static final Path ANSWERS = Path.of("src/test/resources/answers");

    @AutoClose private static final FunctionFixture fixture = FunctionFixture.start();

    static List<String> names() throws IOException {
        return Events.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAnsweredAsExpected(String name) throws IOException {
        JsonObject expected =
                FunctionFixture.object(Files.readString(ANSWERS.resolve(name + ".json")));
        Response response = fixture.send(Events.named(name));

        assertThat(response.status())
                .isEqualTo(expected.integer("status").orElseThrow().intValue());
        assertThat(response.problem()).isEqualTo(expected.text("problem").orElse("none"));
        assertThat(response.findings())
                .isEqualTo(
                        expected.items("findings").stream()
                                .flatMap(item -> item.text().stream())
                                .toList());
        assertThat(response.headers().text("X-Request-Id")).isPresent();
        if (expected.get("events").isPresent()) {
            assertThat(
                            fixture.record(response.requestId()).stream()
                                    .map(event -> Json.of(event.type().name())))
                    .isEqualTo(List.copyOf(expected.items("events")));
        }
    }
}
