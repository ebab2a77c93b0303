package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.shape.DestinationFinder.Destination;
import io.hyperpodgateway.shape.Edit.Delete;
import io.hyperpodgateway.shape.Edit.Relocate;
import io.hyperpodgateway.shape.ShapeCheck.UnknownMember;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Moves members that are in a wrong place to the one place where the model knows them.
final class Relocation {

    private final ShapeCheck check;
    private final MemberRepair repair;

    Relocation(ShapeCheck check, MemberRepair repair) {
        this.check = check;
        this.repair = repair;
    }

    /// What is moved is repaired in its new place, which may find other such members.
    void apply() {
        List<UnknownMember> unknown = check.takeUnknown();
        while (!unknown.isEmpty() && !check.hasEnoughRepairs()) {
            move(unknown);
            unknown = check.takeUnknown();
        }
    }

    private void move(List<UnknownMember> unknown) {
        var destinations = new DestinationFinder(check);
        var byDestination = new LinkedHashMap<Destination, List<UnknownMember>>();
        for (UnknownMember member : unknown) {
            destinations
                    .find(member)
                    .ifPresent(to ->
                            byDestination.computeIfAbsent(to, _ -> new ArrayList<>()).add(member));
        }
        byDestination.forEach(this::move);
    }

    /// Several members for one place are moved there if all of them are equal.
    private void move(Destination to, List<UnknownMember> members) {
        Json value = members.getFirst().value().json();
        Optional<Json> held = to.held();
        if (members.stream().anyMatch(member -> !member.value().json().equals(value))
                || held.filter(other -> !other.equals(value)).isPresent()
                || to.isInFullUnion()) return;
        boolean isThere = held.isPresent();
        for (UnknownMember member : members) {
            if (check.hasEnoughRepairs()) return;
            move(to, member, isThere);
            isThere = true;
        }
    }

    private void move(Destination to, UnknownMember member, boolean isThere) {
        Node value = member.value();
        check.repair(
                check.unknownMemberMessages().misplaced(value.sent(), member.shape(), to.place()),
                isThere ? new Delete(value) : new Relocate(value, to.holder(), to.path()));
        if (!isThere) repair.value(to.place().shape(), value);
    }
}
