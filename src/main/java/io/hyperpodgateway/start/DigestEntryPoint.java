package io.hyperpodgateway.start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The digest function, as Lambda starts it.
public final class DigestEntryPoint implements RequestStreamHandler {

    static final String HANDLER = "io.hyperpodgateway.lambda.digest.DigestFunction";

    private final RequestStreamHandler handler = ArchiveLoader.handler(HANDLER);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        handler.handleRequest(event, answer, context);
    }
}
