package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One operation of a fix (RFC 6902), as [Fix] writes it.
///
/// @param name what is done: `add`, `move`, `remove`, `replace`
/// @param from where the value is taken from, if it is moved
/// @param path the place that is taken out or gets a value
record FixOperation(String name, Optional<JsonPointer> from, JsonPointer path) {

    /// The operations of a finding's fix; none if it has none.
    static List<FixOperation> of(Finding finding) {
        return finding.fix().stream()
                .flatMap(fix -> fix.items().stream())
                .map(operation -> of((JsonObject) operation))
                .toList();
    }

    private static FixOperation of(JsonObject json) {
        return new FixOperation(
                json.text("op").orElseThrow(),
                json.text("from").map(JsonPointer::parse),
                JsonPointer.parse(json.text("path").orElseThrow()));
    }

    /// Every place that it names.
    Stream<FixPlace> places() {
        return Stream.concat(from.stream(), Stream.of(path)).map(FixPlace::new);
    }

    /// The place that holds another value once it is done.
    Optional<JsonPointer> made() {
        return name.equals("remove") ? Optional.empty() : Optional.of(path);
    }

    /// The place that holds nothing once it is done, or the next item.
    Optional<JsonPointer> taken() {
        return name.equals("remove") ? Optional.of(path) : from;
    }

    /// Whether it puts an item between others.
    boolean isInsertion() {
        return name.equals("add") && new FixPlace(path).mayBeItem();
    }

    /// Whether the document has what it wants to take, and room for what it wants to put.
    boolean appliesTo(JsonObject document) {
        var target = new FixPlace(path);
        if (from.isEmpty()) return target.isIn(document);
        return new FixPlace(from.get()).isIn(document)
                && !target.isIn(document)
                && target.above().filter(above -> new FixPlace(above).isIn(document)).isPresent();
    }
}
