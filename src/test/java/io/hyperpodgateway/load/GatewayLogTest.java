package io.hyperpodgateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class GatewayLogTest {

    private static final String LINE =
            """
            {"level": "ERROR", "message": "an event could not be recorded and is only in this log", "requestId": "r-1", \
            "event": {"requestId": "r-1", "type": "COMPLETED", "clusterName": "mine", "httpStatus": %d}}\
            """;

    @Test
    void readsTheEventsAmongOtherLines() {
        GatewayLog log =
                GatewayLog.of(
                        Stream.of(
                                "ready http://127.0.0.1:1",
                                "[]",
                                "{\"message\": \"answered\", \"requestId\": \"r-2\"}",
                                LINE.formatted(201)));

        assertThat(log.alone())
                .containsExactly(
                        new GatewayLog.Alone(
                                "r-1", new RecordedEvent("COMPLETED", 201), Optional.of("mine")));
    }

    @Test
    void explainsThatAClusterMayNotBeReadWhileItsOutcomeIsInTheLogOnly() {
        LoadExchange read = read("mine", 404);

        assertThat(read.inTheLightOf(log(201)).kind()).isEqualTo(RequestKind.READ_UNSETTLED);
        assertThat(read.inTheLightOf(log(409))).isSameAs(read);
        assertThat(read.inTheLightOf(new GatewayLog(List.of()))).isSameAs(read);
        assertThat(read("yours", 404).inTheLightOf(log(201)).kind())
                .isEqualTo(RequestKind.READ_CLUSTER);
        assertThat(read("mine", 200).inTheLightOf(log(201)).kind())
                .isEqualTo(RequestKind.READ_CLUSTER);
    }

    private static GatewayLog log(int status) {
        return GatewayLog.of(Stream.of(LINE.formatted(status)));
    }

    private static LoadExchange read(String clusterName, int status) {
        var wireRequest =
                new WireRequest(
                        RequestKind.READ_CLUSTER,
                        "GET",
                        "/clusters/" + clusterName,
                        List.of(),
                        new byte[0],
                        Duration.ZERO);
        return new LoadExchange(wireRequest, new WireAnswer(status, Map.of(), "{}", 1));
    }
}
