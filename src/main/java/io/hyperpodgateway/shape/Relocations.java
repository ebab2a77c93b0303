package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.shape.Edit.Move;
import io.hyperpodgateway.shape.Edit.Remove;
import io.hyperpodgateway.shape.MemberRepairs.Unknown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Moves members that are in a wrong place to the one place where the model knows them.
final class Relocations {

    private final ServiceModel model;
    private final MemberRepairs members;
    private final ShapeFindings findings;
    private final Noted noted;

    Relocations(ServiceModel model, MemberRepairs members, ShapeFindings findings, Noted noted) {
        this.model = model;
        this.members = members;
        this.findings = findings;
        this.noted = noted;
    }

    /// What is moved is repaired in its new place, and may bring other such members to light.
    void apply() {
        List<Unknown> unknown = members.takeUnknown();
        while (!unknown.isEmpty() && !noted.isFullOfRepairs()) {
            move(unknown);
            unknown = members.takeUnknown();
        }
    }

    private void move(List<Unknown> unknown) {
        var destinations = new Destinations(model, noted.root());
        var byPlace = new LinkedHashMap<Destination, List<Unknown>>();
        for (Unknown one : unknown) {
            destinations
                    .of(one.shape(), one.name(), one.value())
                    .ifPresent(to -> byPlace.computeIfAbsent(to, _ -> new ArrayList<>()).add(one));
        }
        byPlace.forEach(this::move);
    }

    /// Several members for one place go there if all of them say the same.
    private void move(Destination to, List<Unknown> from) {
        Json value = from.getFirst().value().json();
        if (from.stream().anyMatch(one -> !one.value().json().equals(value))) return;
        Optional<Json> there = to.held();
        if (there.filter(held -> !held.equals(value)).isPresent() || to.isInFullUnion()) return;
        boolean isThere = there.isPresent();
        for (Unknown one : from) {
            if (noted.isFullOfRepairs()) return;
            var finding = findings.elsewhere(one.value().sent(), one.shape(), to.place());
            if (isThere) {
                noted.repair(finding, new Remove(one.value()));
            } else {
                noted.repair(finding, new Move(one.value(), to.below(), to.path()));
                members.value(to.place().shape(), one.value());
            }
            isThere = true;
        }
    }
}
