package io.hyperpodgateway.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Records the calls that one request makes to AWS and how long each takes.
final class CallTimings {

    /// The calls of this thread's current request.
    static final ScopedValue<CallTimings> OF_THIS_REQUEST = ScopedValue.newInstance();

    private final List<TimedCall> made = new CopyOnWriteArrayList<>();

    private record TimedCall(String operation, Duration duration) {}

    /// Records a call to AWS; outside a request it does nothing.
    static void note(String operation, Duration duration) {
        if (OF_THIS_REQUEST.isBound())
            OF_THIS_REQUEST.get().made.add(new TimedCall(operation, duration));
    }

    /// Total milliseconds by operation.
    Map<String, Long> millis() {
        var millis = new LinkedHashMap<String, Long>();
        made.forEach(call -> millis.merge(call.operation(), call.duration().toMillis(), Long::sum));
        return millis;
    }
}
