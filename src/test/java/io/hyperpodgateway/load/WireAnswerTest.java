package io.hyperpodgateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class WireAnswerTest {

    private static final String ID = "r-00000000000000000000000000000001";
    private static final String BODY =
            """
            {"ClusterArn": "arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl",
             "requestId": "r-00000000000000000000000000000001",
             "instance": "/requests/r-00000000000000000000000000000001", "warnings": []}\
            """;

    private final Map<String, String> headers =
            new HashMap<>(
                    Map.of(
                            "x-request-id", ID,
                            "content-type", "application/json",
                            "location", "/clusters/mine"));

    @Test
    void findsNothingWrongWithWhatTheDescriptionHas() {
        assertThat(mistakes(201, BODY)).isEmpty();
    }

    @Test
    void findsMembersTooManyAndTooFew() {
        assertThat(mistakes(201, BODY.replace("{", "{\"more\": 1, "))).isNotEmpty();
        assertThat(mistakes(201, BODY.replace("ClusterArn", "clusterArn"))).isNotEmpty();
        assertThat(mistakes(201, BODY.replace("[]", "{}"))).isNotEmpty();
        assertThat(mistakes(201, "")).isNotEmpty();
    }

    @Test
    void findsAnotherStatus() {
        assertThat(mistakes(200, BODY)).isNotEmpty();
        assertThat(mistakes(500, BODY)).isNotEmpty();
    }

    @Test
    void findsAnotherIdInTheBodyAndNone() {
        assertThat(
                        mistakes(
                                201,
                                BODY.replace(
                                        "requestId\": \"" + ID,
                                        "requestId\": \"" + ID.replace("01", "02"))))
                .hasSize(1);

        headers.remove("x-request-id");
        assertThat(mistakes(201, BODY)).isNotEmpty();
    }

    @Test
    void findsAReplayWhereThereWasNoneBefore() {
        headers.put("idempotency-replayed", "true");

        assertThat(mistakes(201, BODY)).hasSize(1);
    }

    @Test
    void findsAHeaderFieldThatIsMissing() {
        headers.remove("location");

        assertThat(mistakes(201, BODY)).isNotEmpty();
    }

    private List<String> mistakes(int status, String body) {
        var wireRequest =
                new WireRequest(
                        RequestKind.CREATED,
                        "POST",
                        "/clusters",
                        List.of(),
                        new byte[0],
                        Duration.ZERO);
        return new WireAnswer(status, headers, body, 1).mistakes(wireRequest);
    }
}
