package io.hyperpodgateway.http;

import java.util.ArrayList;
import java.util.List;

/// One answer of a route. Several may share a status and a media type.
///
/// @param status the status code
/// @param words when it is given
/// @param type the media type; empty if there is no body
/// @param schema the name of the body's schema among the components
/// @param examples names of examples among the components
/// @param headers names of header fields among the components
record DescribedAnswer(
        int status,
        String words,
        String type,
        String schema,
        List<String> examples,
        List<String> headers) {

    private static final String JSON = "application/json";

    static final String REQUEST_ID = "X-Request-Id";

    DescribedAnswer {
        examples = List.copyOf(examples);
        headers = List.copyOf(headers);
    }

    static DescribedAnswer json(int status, String words, String schema, String... examples) {
        return new DescribedAnswer(
                status, words, JSON, schema, List.of(examples), List.of(REQUEST_ID));
    }

    /// This answer with additional header fields.
    DescribedAnswer with(String... fields) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of(fields));
        return new DescribedAnswer(status, words, type, schema, examples, all);
    }
}
