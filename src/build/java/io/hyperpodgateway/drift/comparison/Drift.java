package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.drift.comparison.Difference.FactChanged;
import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The differences between a service model and the one before.
///
/// @param sent in what callers of CreateCluster send
/// @param other in answers, in other operations, and in what concerns no caller
public record Drift(List<DifferenceText> sent, List<DifferenceText> other) {

    public Drift {
        sent = List.copyOf(sent);
        other = List.copyOf(other);
    }

    public static Drift between(Model past, Model model) {
        var none = new Comparison(past, model);
        var sent = new Comparison(past, model);
        sent.compare(
                "",
                past.target(Model.CREATE, Model.INPUT).orElseThrow(),
                model.target(Model.CREATE, Model.INPUT).orElseThrow());
        var answered = new Comparison(past, model);
        var other = new ArrayList<DifferenceText>();
        note(other, "metadata", Facts.ofMetadata(past.metadata(), model.metadata()));
        for (String operation : Model.OPERATIONS) {
            JsonObject was = past.operation(operation);
            JsonObject is = model.operation(operation);
            note(other, operation, Facts.ofOperations(was, is));
            note(other, operation, documents(operation, past, model));
            note(other, operation, errors(past.errors(operation), model.errors(operation)));
            compareOperation(answered, operation, past, model);
        }
        other.addAll(answered.differences(sent));
        return new Drift(sent.differences(none), other);
    }

    private static void compareOperation(
            Comparison answered, String operation, Model past, Model model) {
        for (String direction : Model.DOCUMENTS) {
            Optional<String> was = past.target(operation, direction);
            Optional<String> is = model.target(operation, direction);
            if (was.isPresent() && is.isPresent())
                answered.compare(operation + "." + direction, was.get(), is.get());
        }
        for (String error : past.errors(operation)) {
            if (model.errors(operation).contains(error)) answered.compare(error, error, error);
        }
    }

    /// An input or output that was added or removed.
    private static List<Difference> documents(String operation, Model past, Model model) {
        var differences = new ArrayList<Difference>();
        for (String direction : Model.DOCUMENTS) {
            Optional<Json> was = past.target(operation, direction).map(Json::of);
            Optional<Json> is = model.target(operation, direction).map(Json::of);
            if (was.isPresent() != is.isPresent())
                differences.add(new FactChanged("", direction, was, is));
        }
        return differences;
    }

    private static List<Difference> errors(List<String> was, List<String> is) {
        var names = new LinkedHashSet<>(was);
        names.addAll(is);
        var differences = new ArrayList<Difference>();
        for (String name : names) {
            if (was.contains(name) != is.contains(name)) {
                differences.add(
                        new FactChanged(
                                "",
                                "error",
                                was.contains(name) ? Optional.of(Json.of(name)) : Optional.empty(),
                                is.contains(name) ? Optional.of(Json.of(name)) : Optional.empty()));
            }
        }
        return differences;
    }

    private static void note(
            List<DifferenceText> texts, String place, List<Difference> differences) {
        differences.forEach(
                difference -> texts.add(new DifferenceText(difference, List.of(place))));
    }
}
