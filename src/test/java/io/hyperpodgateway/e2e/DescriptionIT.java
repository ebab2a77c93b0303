package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.http.Description;
import io.hyperpodgateway.http.Route;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;

/// Compares the packaged function with the description that it serves. [FunctionFixture] checks
/// every answer of every test; this test sends the examples.
class DescriptionIT {

    @AutoClose private static final FunctionFixture fixture = FunctionFixture.start();

    static Set<String> examples() {
        return Description.requestExamples().members().keySet();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersEveryExampleAsItSays(String name) {
        JsonObject example = Description.requestExamples().object(name).orElseThrow();
        JsonObject event =
                Events.named("create-slurm")
                        .with("body", Json.of(example.get("value").orElseThrow().toText()))
                        .with("rawQueryString", example.get("x-query"));

        Response response = fixture.send(event);

        assertThat(response.status())
                .isEqualTo(example.integer("x-status").orElseThrow().intValue());
        JsonObject described = Description.answerExample(name);
        assertThat(response.body().members().keySet())
                .containsExactlyElementsOf(described.members().keySet());
        assertThat(response.body().text("type")).isEqualTo(described.text("type"));
        assertThat(response.findings())
                .isEqualTo(new Response(0, JsonObject.EMPTY, described).findings());
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, mode = EnumSource.Mode.MATCH_NONE, names = "CREATE_CLUSTER")
    void answersEveryReadingAsDescribed(Route route) {
        String cluster = "described-" + route.ordinal();
        Response created = fixture.send(Events.create(cluster));
        String path =
                route.template()
                        .replace("{name}", cluster)
                        .replace("{requestId}", created.requestId());

        assertThat(fixture.send(Events.get(path)).status()).isEqualTo(200);
        assertThat(fixture.send(Events.get("/requests/r-0")).status()).isEqualTo(404);
        Response again = fixture.send(Events.with(Events.get(path), "if-none-match", "*"));
        assertThat(again.status())
                .isEqualTo(
                        Set.of(Route.PAGE, Route.SCHEMA, Route.OPENAPI).contains(route)
                                ? 304
                                : 200);
    }
}
