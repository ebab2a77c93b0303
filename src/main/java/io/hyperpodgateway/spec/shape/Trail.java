package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.shape.SentPlaces.Origin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a walk through a document stands: in the body as sent, and in the document as it is
/// mended. Places are made only where somebody asks.
final class Trail {

    private final List<String> sent = new ArrayList<>();
    private final List<String> mended = new ArrayList<>();
    private final Map<JsonPointer, Origin> origins = new HashMap<>();
    private boolean standsStill;

    /// One step down, to what stands in both alike.
    void down(String token) {
        if (!standsStill) sent.add(token);
        mended.add(token);
    }

    /// One step down, to what was sent under another name.
    void down(String sentToken, String mendedToken) {
        sent.add(sentToken);
        mended.add(mendedToken);
        origins.put(mended(), new Origin(sent(), false));
    }

    /// One step up again.
    void up() {
        if (!standsStill) sent.removeLast();
        mended.removeLast();
    }

    /// Walks through what all was sent in one place, that member of this one.
    ///
    /// @param madeOf the members in the mended document
    void allIn(String sentToken, Iterable<String> madeOf, Runnable walk) {
        sent.add(sentToken);
        madeOf.forEach(token -> origins.put(mended().member(token), new Origin(sent(), true)));
        standsStill = true;
        walk.run();
        standsStill = false;
        sent.removeLast();
    }

    /// This place in the body as sent.
    JsonPointer sent() {
        return JsonPointer.of(sent);
    }

    /// This place in the mended document.
    JsonPointer mended() {
        return JsonPointer.of(mended);
    }

    /// Where everything was sent that stands elsewhere now.
    SentPlaces places() {
        return new SentPlaces(origins);
    }
}
