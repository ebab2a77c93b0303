package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Place;

import java.util.Objects;
import java.util.Optional;

/// Whom a rule binds.
///
/// @param principals whom; nothing is everyone
/// @param except and of these whom not
public record Binding(Optional<Globs> principals, Globs except) {

    public Binding {
        Objects.requireNonNull(principals);
        Objects.requireNonNull(except);
    }

    boolean binds(Caller caller) {
        String principal = caller.principal();
        return principals.map(globs -> globs.match(principal)).orElse(true)
                && !except.match(principal);
    }

    /// Whether `except` lists every glob of `principals`, or all callers. Globs that only cover
    /// each other are not seen.
    boolean isSurelyNobody() {
        return except.matchEverything()
                || principals
                        .filter(globs -> !globs.globs().isEmpty())
                        .filter(globs -> except.globs().containsAll(globs.globs()))
                        .isPresent();
    }

    Binding at(Place place) {
        return new Binding(
                principals.map(globs -> globs.filled(place::fill)), except.filled(place::fill));
    }
}
