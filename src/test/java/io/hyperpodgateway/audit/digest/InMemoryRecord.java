package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// An audit table in memory: events, digests and their pages, and an index that may lag.
public final class InMemoryRecord implements DigestStore, EventIndex {

    private final SortedMap<String, SortedMap<String, JsonObject>> items = new TreeMap<>();
    private final Set<String> unindexed = new HashSet<>();

    /// Adds an event, and its request if that is an item of its own.
    public synchronized void put(AuditEvent event) {
        put(event.members());
        event.besideRequest()
                .ifPresent(request ->
                        put(
                                JsonObject.of("pk", Json.of(event.pk()))
                                        .with("sk", Json.of(event.sk() + "#request"))
                                        .with("request", Json.of(request))));
    }

    /// Adds an event that is not in the index until [#index] is called.
    public synchronized void putUnindexed(AuditEvent event) {
        put(event);
        unindexed.add(event.pk() + event.sk());
    }

    /// Updates the index.
    public synchronized void index() {
        unindexed.clear();
    }

    /// Replaces any item.
    public synchronized void put(JsonObject item) {
        partition(item.text("pk").orElseThrow()).put(item.text("sk").orElseThrow(), item);
    }

    public synchronized void remove(String pk, String sk) {
        partition(pk).remove(sk);
    }

    public synchronized JsonObject item(String pk, String sk) {
        return Optional.ofNullable(partition(pk).get(sk)).orElseThrow();
    }

    /// All items, by partition and sort key.
    public synchronized List<JsonObject> items() {
        return items.values().stream().flatMap(items -> items.values().stream()).toList();
    }

    public synchronized List<JsonObject> items(String pk) {
        return List.copyOf(partition(pk).values());
    }

    @Override
    public synchronized Optional<Digest> latest(Hour atMost) {
        return partition(Digest.PK)
                .headMap(atMost.plus(1).toString())
                .reversed()
                .entrySet()
                .stream()
                .filter(item -> Digest.hourOf(item.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .map(Digest::new)
                .findFirst();
    }

    @Override
    public synchronized Optional<Digest> of(Hour hour) {
        return Optional.ofNullable(partition(Digest.PK).get(Digest.sk(hour))).map(Digest::new);
    }

    @Override
    public synchronized List<DigestPage> pagesOf(Hour hour) {
        var pages = new ArrayList<DigestPage>();
        partition(Digest.PK)
                .forEach((sk, item) -> {
                    if (sk.startsWith(Digest.sk(hour) + "#")) {
                        pages.add(DigestPage.read(item).orElseThrow());
                    }
                });
        return pages;
    }

    @Override
    public synchronized boolean put(DigestPage page) {
        return put(page.members(), Digest.sk(page.hour()));
    }

    @Override
    public synchronized boolean put(Digest digest) {
        return put(
                digest.members(),
                DigestPage.sk(digest.hour(), Math.toIntExact(digest.pageCount()) + 1));
    }

    private boolean put(JsonObject item, String unless) {
        Map<String, JsonObject> digests = partition(Digest.PK);
        if (digests.containsKey(unless)) return false;
        JsonObject existing = digests.putIfAbsent(item.text("sk").orElseThrow(), item);
        return existing == null || existing.equals(item);
    }

    @Override
    public synchronized List<Entry> eventsOf(Hour hour) {
        return items().stream()
                .filter(item -> item.text("hour").equals(Optional.of(hour.toString())))
                .filter(item -> item.text("sha256").isPresent())
                .filter(item -> !unindexed.contains(key(item)))
                .map(item ->
                        new Entry(
                                hour,
                                item.text("pk").orElseThrow(),
                                item.text("sk").orElseThrow(),
                                item.text("sha256").orElseThrow()))
                .toList();
    }

    @Override
    public synchronized Optional<Hour> firstHour(Hour atMost) {
        return items().stream()
                .filter(item -> !unindexed.contains(key(item)))
                .flatMap(item -> item.text("listKey").stream())
                .sorted()
                .findFirst()
                .flatMap(listKey -> Hour.parse(listKey.substring(0, 13)))
                .filter(hour -> hour.compareTo(atMost) <= 0);
    }

    private static String key(JsonObject item) {
        return item.text("pk").orElseThrow() + item.text("sk").orElseThrow();
    }

    private SortedMap<String, JsonObject> partition(String pk) {
        return items.computeIfAbsent(pk, _ -> new TreeMap<>());
    }
}
