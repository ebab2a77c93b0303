package io.hyperpodgateway.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; profile=x",
                "application/json;",
                "application/x-amz-json-1.1",
                "Application/X-AMZ-JSON-1.1 ; charset=UTF-8",
            })
    void takesJsonInUtf8(String contentType) {
        assertThat(MediaType.validate(Optional.of(contentType))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "text/plain",
                "application/json5",
                "application/x-amz-json-1.0",
                "application/x-amz-json-1.1; charset=iso-8859-1",
                "application/x-amz-json-1.1, application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/vnd.api+json",
                "application/json, application/json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=",
                "application/json; charset = iso-8859-1",
                "application/json; charset=utf-8; charset=latin1"
            })
    void refusesTheRest(String contentType) {
        assertThat(MediaType.validate(Optional.of(contentType)).orElseThrow())
                .endsWith("; send the header Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity ", ""})
    void takesABodyThatIsNotEncoded(String contentEncoding) {
        assertThat(MediaType.validateEncoding(Optional.of(contentEncoding))).isEmpty();
        assertThat(MediaType.validateEncoding(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "aws-chunked"})
    void namesTheEncodingOfABody(String contentEncoding) {
        assertThat(MediaType.validateEncoding(Optional.of(contentEncoding)).orElseThrow())
                .startsWith("Content-Encoding is \"" + contentEncoding + "\"; leave it out")
                .endsWith("Content-Type: application/json");
    }

    @Test
    void refusesAMissingOne() {
        assertThat(MediaType.validate(Optional.empty()))
                .contains(
                        "Content-Type is missing; send the header Content-Type: application/json");
    }
}
