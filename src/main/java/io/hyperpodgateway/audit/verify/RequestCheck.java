package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.verify.StoredItem.Plain;
import io.hyperpodgateway.audit.verify.StoredItem.UnreadableItem;
import io.hyperpodgateway.audit.verify.VerificationFailure.Kind;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Checks the items of one request: their hashes, their chain and their order.
final class RequestCheck {

    static final String PK = "REQUEST#";

    private static final String REQUEST = "request";
    private static final String BESIDE = "#request";
    private static final Pattern EVENT = Pattern.compile("EVENT#([0-9]{4,6})");
    private static final Set<String> BESIDE_MEMBERS = Set.of("pk", "sk", REQUEST);

    private final String pk;
    private final VerificationFailures failures = new VerificationFailures();
    private final Map<Integer, JsonObject> events = new TreeMap<>();
    private final Map<Integer, String> besides = new TreeMap<>();
    private final Set<Integer> unreadable = new HashSet<>();

    private RequestCheck(String pk, List<StoredItem> items) {
        this.pk = pk;
        items.forEach(this::sort);
    }

    /// The result for one request.
    ///
    /// @param events the items that are events, in order
    record CheckedItems(List<AuditEvent> events, VerificationFailures failures) {}

    /// @param items all items of that partition
    static CheckedItems check(String pk, List<StoredItem> items) {
        return new RequestCheck(pk, items).check();
    }

    private void sort(StoredItem item) {
        String sk = item.sk();
        boolean beside = sk.endsWith(BESIDE);
        int sequence = sequence(beside ? sk.substring(0, sk.length() - BESIDE.length()) : sk);
        if (sequence < 1) {
            failures.add(Kind.UNKNOWN, pk + " " + sk, "the gateway writes no such item");
            return;
        }
        switch (item) {
            case UnreadableItem(_, _, var why) -> {
                unreadable.add(sequence);
                failures.add(Kind.CHANGED, pk + " " + sk, why);
            }
            case Plain(var members) when beside -> beside(sequence, sk, members);
            case Plain(var members) -> events.put(sequence, members);
        }
    }

    /// The number in an event's sort key; 0 if it is not an event's.
    private static int sequence(String sk) {
        var event = EVENT.matcher(sk);
        if (!event.matches()) return 0;
        int sequence = Integer.parseInt(event.group(1));
        return sk.equals(EventWriter.sk(sequence)) ? sequence : 0;
    }

    private void beside(int sequence, String sk, JsonObject members) {
        Optional<String> request = members.text(REQUEST);
        if (request.isEmpty() || !members.members().keySet().equals(BESIDE_MEMBERS)) {
            unreadable.add(sequence);
            failures.add(
                    Kind.CHANGED, pk + " " + sk, "it contains more than a request and its keys");
            return;
        }
        besides.put(sequence, request.get());
    }

    private CheckedItems check() {
        var read = new ArrayList<AuditEvent>();
        int expected = 1;
        String previous = AuditEvent.NO_PREVIOUS;
        Set<String> hashes = new HashSet<>();
        events.values().forEach(event -> event.text("sha256").ifPresent(hashes::add));
        for (Map.Entry<Integer, JsonObject> entry : events.entrySet()) {
            int sequence = entry.getKey();
            var event =
                    new AuditEvent(entry.getValue(), Optional.ofNullable(besides.get(sequence)));
            boolean follows = missingBefore(expected, sequence);
            check(sequence, event);
            if (follows) {
                checkChain(sequence, event, previous, hashes);
                checkOrder(sequence, event, read);
            }
            previous = event.text("sha256").orElse("");
            expected = sequence + 1;
            read.add(event);
        }
        reportBesidesWithoutEvent();
        return new CheckedItems(read, failures);
    }

    /// Reports the events that are missing between two events.
    ///
    /// @return whether none is
    private boolean missingBefore(int expected, int sequence) {
        for (int missing = expected; missing < sequence; missing++) {
            if (unreadable.contains(missing)) continue;
            failures.add(Kind.REMOVED, place(missing), "an event follows it");
        }
        return expected == sequence;
    }

    private void check(int sequence, AuditEvent event) {
        JsonObject members = event.members();
        if (!members.integer("sequence").equals(Optional.of((long) sequence))) {
            failures.add(
                    Kind.REORDERED,
                    place(sequence),
                    "it is the request's event "
                            + members.get("sequence").map(Json::toText).orElse("of no number"));
            return;
        }
        new EventForm(pk.substring(PK.length()), sequence)
                .mistake(members)
                .ifPresent(mistake -> failures.add(Kind.CHANGED, place(sequence), mistake));
        checkRequest(sequence, event);
        if (!new AuditEvent(members, Optional.empty()).hashMatches()) {
            failures.add(Kind.CHANGED, place(sequence), "its sha256 is not that of the item");
        }
    }

    /// A request is in an item of its own only if the event has the body that left no room for it.
    /// An event with neither was in the log for a while.
    private void checkRequest(int sequence, AuditEvent event) {
        JsonObject members = event.members();
        boolean room = members.text(REQUEST).isPresent() || members.text("body").isEmpty();
        String beside = place(sequence) + BESIDE;
        if (room && event.besideRequest().isPresent()) {
            failures.add(Kind.ADDED, beside, "its event has no request in an item of its own");
        }
        if (room || unreadable.contains(sequence)) return;
        if (event.besideRequest().isEmpty()) {
            if (members.text("requestSha256").isPresent()) {
                failures.add(Kind.REMOVED, beside, "its event has a request in an item of its own");
            }
            return;
        }
        boolean holds =
                event.besideRequest().map(Sha256::hex).equals(members.text("requestSha256"));
        if (!holds)
            failures.add(Kind.CHANGED, beside, "its event's requestSha256 is not that of it");
    }

    private void checkChain(int sequence, AuditEvent event, String previous, Set<String> hashes) {
        Optional<String> stated = event.text("previousSha256");
        if (stated.equals(Optional.of(previous))) return;
        boolean another = stated.filter(hashes::contains).isPresent();
        failures.add(
                another ? Kind.REORDERED : Kind.UNCHAINED,
                place(sequence),
                another
                        ? "it follows another event of the request"
                        : "its previousSha256 is not the hash of the event before it");
    }

    /// @param before the events before it, without gaps
    private void checkOrder(int sequence, AuditEvent event, List<AuditEvent> before) {
        Optional<JsonObject> last =
                before.isEmpty() ? Optional.empty() : Optional.of(before.getLast().members());
        EventOrder.mistake(last, event.members())
                .ifPresent(mistake -> failures.add(Kind.CHANGED, place(sequence), mistake));
    }

    private void reportBesidesWithoutEvent() {
        besides.keySet().stream()
                .filter(sequence -> !events.containsKey(sequence))
                .filter(sequence -> !unreadable.contains(sequence))
                .forEach(sequence ->
                        failures.add(Kind.REMOVED, place(sequence), "only its request exists"));
    }

    private String place(int sequence) {
        return pk + " " + EventWriter.sk(sequence);
    }
}
