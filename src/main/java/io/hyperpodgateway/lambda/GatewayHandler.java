package io.hyperpodgateway.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The function's entry point: an HTTP API event in, its answer out.
public final class GatewayHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        answer.write("{\"statusCode\":500}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
