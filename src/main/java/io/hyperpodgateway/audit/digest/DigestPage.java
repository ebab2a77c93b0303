package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A page of a digest: an item of the audit table of its own.
///
/// `events` is the JSON text of `[[pk, sk, sha256], ...]`, the hour's events; `late` that of `[[pk,
/// sk, sha256, hour], ...]`, events of earlier hours that are missing from their digests. Each is
/// omitted if empty.
///
/// @param hour the digest's hour
/// @param number from 1
/// @param entries the hour's own events, then the late ones
public record DigestPage(Hour hour, int number, List<Entry> entries) {

    /// With this many entries a page stays below DynamoDB's 400 KB, whatever their keys.
    public static final int MOST_ENTRIES = 2_000;

    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{4,9}").asMatchPredicate();
    private static final String EVENTS = "events";
    private static final String LATE = "late";

    public DigestPage {
        Objects.requireNonNull(hour);
        entries = List.copyOf(entries);
    }

    /// The pages for these entries, numbered after the existing ones.
    static List<DigestPage> of(Hour hour, int existing, List<Entry> entries) {
        var pages = new ArrayList<DigestPage>();
        for (int from = 0; from < entries.size(); from += MOST_ENTRIES) {
            int to = Math.min(entries.size(), from + MOST_ENTRIES);
            pages.add(new DigestPage(hour, existing + pages.size() + 1, entries.subList(from, to)));
        }
        return pages;
    }

    public List<Entry> late() {
        return entries.stream().filter(entry -> !entry.hour().equals(hour)).toList();
    }

    public List<Entry> events() {
        return entries.stream().filter(entry -> entry.hour().equals(hour)).toList();
    }

    /// The item's attributes, including its keys.
    public JsonObject members() {
        return JsonObject.of("pk", Json.of(Digest.PK))
                .with("sk", Json.of(sk(hour, number)))
                .with(EVENTS, text(events()))
                .with(LATE, text(late()));
    }

    public static String sk(Hour hour, int number) {
        return "%s#%04d".formatted(Digest.sk(hour), number);
    }

    /// Reads a page.
    ///
    /// @return empty unless the attributes are exactly what [#members] returns
    public static Optional<DigestPage> read(JsonObject members) {
        Optional<String[]> sk =
                members.text("sk")
                        .map(text -> text.split("#", 2))
                        .filter(parts -> parts.length == 2);
        Optional<Hour> hour = sk.flatMap(parts -> Digest.hourOf(parts[0]));
        Optional<Integer> number = sk.map(parts -> parts[1]).flatMap(DigestPage::number);
        if (hour.isEmpty() || number.isEmpty()) return Optional.empty();
        var entries = new ArrayList<Entry>();
        boolean read =
                read(members.text(EVENTS), hour.get(), entries)
                        && read(members.text(LATE), hour.get(), entries);
        if (!read) return Optional.empty();
        var page = new DigestPage(hour.get(), number.get(), entries);
        return page.members().members().equals(members.members())
                ? Optional.of(page)
                : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return NUMBER.test(text) ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Optional<Json> text(List<Entry> listed) {
        if (listed.isEmpty()) return Optional.empty();
        var rows = listed.stream().map(this::row).map(Json.class::cast).toList();
        return Optional.of(Json.of(new JsonArray(rows).toText()));
    }

    private JsonArray row(Entry entry) {
        var row = new ArrayList<>(List.of(entry.pk(), entry.sk(), entry.sha256()));
        if (!entry.hour().equals(hour)) row.add(entry.hour().toString());
        return JsonArray.ofTexts(row);
    }

    private static boolean read(Optional<String> text, Hour hour, List<Entry> entries) {
        if (text.isEmpty()) return true;
        if (!(JsonReader.read(text.get()) instanceof Reading.Read(JsonArray(var rows)))) {
            return false;
        }
        for (Json row : rows) {
            Optional<Entry> entry = entry(row, hour);
            if (entry.isEmpty()) return false;
            entries.add(entry.get());
        }
        return true;
    }

    private static Optional<Entry> entry(Json row, Hour hour) {
        if (!(row instanceof JsonArray(var cells))) return Optional.empty();
        List<String> texts = cells.stream().flatMap(cell -> cell.text().stream()).toList();
        if (texts.size() != cells.size()) return Optional.empty();
        return switch (texts.size()) {
            case 3 -> Optional.of(new Entry(hour, texts.get(0), texts.get(1), texts.get(2)));
            case 4 ->
                    Hour.parse(texts.get(3))
                            .map(own -> new Entry(own, texts.get(0), texts.get(1), texts.get(2)));
            default -> Optional.empty();
        };
    }
}
