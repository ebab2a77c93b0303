package io.hyperpodgateway.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class EventReaderTest {

    @Test
    void readsAWholeEvent() throws IOException {
        APIGatewayV2HTTPEvent event;
        try (InputStream stream = getClass().getResourceAsStream("/events/create-slurm.json")) {
            event = EventReader.read(stream);
        }
        assertThat(event.getVersion()).isEqualTo("2.0");
        assertThat(event.getRawPath()).isEqualTo("/clusters");
        assertThat(event.getRawQueryString()).isEmpty();
        assertThat(event.getHeaders()).containsEntry("content-type", "application/json");
        assertThat(event.getBody()).startsWith("{\"ClusterName\"");
        assertThat(event.getIsBase64Encoded()).isFalse();
        assertThat(event.getRequestContext().getAccountId()).isEqualTo("000000000000");
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("POST");
        assertThat(event.getRequestContext().getHttp().getSourceIp()).isEqualTo("203.0.113.7");
        assertThat(event.getRequestContext().getAuthorizer().getIam().getUserArn())
                .endsWith("ml-research/jo");
        assertThat(event.getRequestContext().getAuthorizer().getJwt()).isNull();
    }

    @Test
    void readsClaimsThatAreTexts() {
        APIGatewayV2HTTPEvent event =
                read(
                        """
                        {"requestContext": {"authorizer": {"jwt": {"scopes": ["a"], "claims":
                            {"iss": "https://idp", "sub": "jo", "groups": ["x"], "n": 1, "o": {"sub": "evil"}}}}}}
                        """);
        assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
                .containsOnlyKeys("iss", "sub")
                .containsEntry("sub", "jo");
    }

    @Test
    void takesAnIdentityThatIsNullForNone() {
        var authorizer =
                read("""
                {"requestContext": {"authorizer": {"iam": null, "jwt": {"claims": {"sub": "jo"}}}}}
                """)
                        .getRequestContext()
                        .getAuthorizer();
        assertThat(authorizer.getIam()).isNull();
        assertThat(authorizer.getJwt().getClaims()).containsEntry("sub", "jo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"requestContext\": null, \"headers\": null, \"body\": null}",
                "{\"requestContext\": [], \"headers\": \"x\", \"body\": {\"a\": [1]}, \"isBase64Encoded\": \"true\"}",
                "{\"requestContext\": {\"http\": 1, \"authorizer\": [[]], \"accountId\": 12}}",
                "{\"requestContext\": {\"authorizer\": {\"iam\": \"x\", \"lambda\": {\"userArn\": \"arn\"}}}}"
            })
    void passesOverWhatItDoesNotKnow(String text) {
        APIGatewayV2HTTPEvent event = read(text);
        assertThat(event.getBody()).isNull();
        assertThat(event.getIsBase64Encoded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "\"x\"", "null", "{", "{\"body\": }", "{\"body\": \"x\"", "x"})
    void refusesWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JacksonException.class);
    }

    private static APIGatewayV2HTTPEvent read(String text) {
        return EventReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
