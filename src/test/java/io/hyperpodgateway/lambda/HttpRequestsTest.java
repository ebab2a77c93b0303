package io.hyperpodgateway.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;

import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Unidentified;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class HttpRequestsTest {

    private final Context context = Mockito.mock(Context.class);

    @BeforeEach
    void invoke() {
        Mockito.when(context.getAwsRequestId()).thenReturn("lambda-1");
        Mockito.when(context.getInvokedFunctionArn())
                .thenReturn("arn:aws:lambda:us-east-1:111122223333:function:gateway:live");
        Mockito.when(context.getRemainingTimeInMillis()).thenReturn(27_000);
    }

    @Test
    void takesPartsThatAreMissingForEmpty() {
        HttpRequest request = request("{}");

        assertThat(request.method()).isEmpty();
        assertThat(request.path()).isEmpty();
        assertThat(request.query()).isEmpty();
        assertThat(request.body().size()).isZero();
        assertThat(request.identity()).isInstanceOf(Unidentified.class);
        assertThat(request.source().accountId()).contains("111122223333");
        assertThat(request.source().lambdaRequestId()).contains("lambda-1");
        assertThat(request.deadline().remaining()).isEqualTo(Duration.ofSeconds(27));
    }

    @Test
    void findsHeadersInAnyLetterCase() {
        HttpRequest request =
                request("{\"headers\": {\"CONTENT-type\": \"a\", \"content-Type\": \"b\"}}");

        assertThat(request.headers().get("Content-Type")).contains("a, b");
    }

    @Test
    void takesParametersWhereTheQueryIsMissing() {
        assertThat(request("{\"queryStringParameters\": {\"dry Run\": \"a&b\"}}").query())
                .isEqualTo("dry+Run=a%26b");
        assertThat(
                        request(
                                        "{\"rawQueryString\": \"x=1\", \"queryStringParameters\": {\"y\": \"2\"}}")
                                .query())
                .isEqualTo("x=1");
    }

    @Test
    void decodesABodyInBase64() {
        assertThat(request("{\"body\": \"w6Q=\", \"isBase64Encoded\": true}").body().text())
                .isEqualTo("ä");
    }

    @Test
    void makesABodyThatCannotBeUtf8OneThatIsNot() {
        for (String event :
                new String[] {
                    "{\"body\": \"\\ud800\"}", "{\"body\": \"?\", \"isBase64Encoded\": true}"
                }) {
            assertThat(request(event).body().bytes()).containsExactly(0xFF);
        }
    }

    @Test
    void takesTwoIdentitiesForNone() {
        HttpRequest request =
                request(
                        """
                        {"requestContext": {"accountId": "111122223333", "authorizer": {
                            "iam": {"userArn": "arn:aws:iam::111122223333:user/jo"},
                            "jwt": {"claims": {"iss": "i", "sub": "s"}}}}}
                        """);

        assertThat(request.identity()).isInstanceOf(Unidentified.class);
    }

    private HttpRequest request(String event) {
        return HttpRequests.of(
                EventReader.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))),
                context);
    }
}
