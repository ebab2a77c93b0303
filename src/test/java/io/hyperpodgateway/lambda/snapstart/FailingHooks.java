package io.hyperpodgateway.lambda.snapstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// A function with failing hooks, before the snapshot or after it, by the setting `FAILS`.
public final class FailingHooks implements RequestStreamHandler {

    @SuppressWarnings("unused") // it is held, not read
    private final SnapStartHooks hooks =
            SnapStartHooks.register(
                    List.of(() -> failIf("before")), List.of(() -> failIf("after")));

    private static void failIf(String when) {
        if (when.equals(System.getenv("FAILS")))
            throw new IllegalStateException("failed " + when + " the snapshot");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        // never called
    }
}
