package io.hyperpodgateway.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The calls that one request made to AWS, and how long each took.
final class CallTimings {

    /// The calls of the request that this thread is working on.
    static final ScopedValue<CallTimings> OF_THIS_REQUEST = ScopedValue.newInstance();

    private final List<TimedCall> made = new CopyOnWriteArrayList<>();

    private record TimedCall(String operation, Duration duration) {}

    /// Notes a call to AWS; outside a request it is nobody's.
    static void note(String operation, Duration duration) {
        if (OF_THIS_REQUEST.isBound())
            OF_THIS_REQUEST.get().made.add(new TimedCall(operation, duration));
    }

    /// Milliseconds by operation, all calls of one operation together.
    Map<String, Long> millis() {
        var millis = new LinkedHashMap<String, Long>();
        made.forEach(call -> millis.merge(call.operation(), call.duration().toMillis(), Long::sum));
        return millis;
    }
}
