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
                "application/json;"
            })
    void takesJsonInUtf8(String contentType) {
        assertThat(MediaType.flaw(Optional.of(contentType))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "text/plain",
                "application/json5",
                "application/vnd.api+json",
                "application/json, application/json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=",
                "application/json; charset = iso-8859-1",
                "application/json; charset=utf-8; charset=latin1"
            })
    void refusesTheRest(String contentType) {
        assertThat(MediaType.flaw(Optional.of(contentType))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity ", ""})
    void takesABodyThatIsNotEncoded(String contentEncoding) {
        assertThat(MediaType.encodingFlaw(Optional.of(contentEncoding))).isEmpty();
        assertThat(MediaType.encodingFlaw(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "aws-chunked"})
    void namesTheEncodingOfABody(String contentEncoding) {
        assertThat(MediaType.encodingFlaw(Optional.of(contentEncoding)).orElseThrow())
                .startsWith("Content-Encoding is \"" + contentEncoding + "\", ");
    }

    @Test
    void refusesAMissingOne() {
        assertThat(MediaType.flaw(Optional.empty())).isPresent();
    }
}
