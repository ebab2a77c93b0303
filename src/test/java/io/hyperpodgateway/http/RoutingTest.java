package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.http.Routing.FoundRoute;
import io.hyperpodgateway.http.Routing.NoSuchPath;
import io.hyperpodgateway.http.Routing.WrongMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /clusters, CREATE_CLUSTER, clusters",
        "POST, /clusters/, CREATE_CLUSTER, clusters",
        "GET, /clusters/vision, DESCRIBE_CLUSTER, vision",
        "GET, /clusters/vision/, DESCRIBE_CLUSTER, vision",
        "GET, /requests/r-1, DESCRIBE_REQUEST, r-1",
        "GET, /requests, LIST_REQUESTS, requests",
        "GET, /requests/, LIST_REQUESTS, requests",
        "GET, /policy, POLICY, policy",
        "GET, /, PAGE, ''",
        "GET, /health, HEALTH, health"
    })
    void findsTheRoute(String method, String path, Route route, String parameter) {
        assertThat(Routing.of(method, path)).isEqualTo(new FoundRoute(route, parameter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//",
                "///",
                "/index.html",
                "clusters",
                "/Clusters",
                "//clusters",
                "/clusters//",
                "/clusters/a/b",
                "/clusters/ /b",
                "/requests/a/b",
                "/schema.json",
                "/openapi",
                "/prod/clusters",
                "*",
                "/health/x"
            })
    void leadsNowhereElse(String path) {
        assertThat(Routing.of("GET", path)).isEqualTo(new NoSuchPath());
    }

    @ParameterizedTest
    @CsvSource({"GET, POST", "HEAD, POST", "OPTIONS, POST", "post, POST", "'', POST"})
    void reportsWhichMethodAPathTakes(String method, String allowed) {
        assertThat(Routing.of(method, "/clusters")).isEqualTo(new WrongMethod(allowed));
    }

    @Test
    void refusesHeadWhereThereIsGet() {
        assertThat(Routing.of("HEAD", "/")).isEqualTo(new WrongMethod("GET"));
        assertThat(Routing.of("HEAD", "/health")).isEqualTo(new WrongMethod("GET"));
        assertThat(Routing.of("DELETE", "/clusters/vision")).isEqualTo(new WrongMethod("GET"));
    }
}
