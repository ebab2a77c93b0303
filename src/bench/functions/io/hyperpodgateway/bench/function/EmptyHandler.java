package io.hyperpodgateway.bench.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The smallest possible function: the cost of the runtime itself.
public final class EmptyHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        answer.write("{\"statusCode\": 201}".getBytes(StandardCharsets.UTF_8));
    }
}
