package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.json.Json;

import java.util.List;
import java.util.Optional;

/// One difference between a service model and the one before.
public sealed interface Difference {

    /// The member below the compared shape, or empty for the shape itself.
    String at();

    /// The meaning to callers of CreateCluster who send it.
    Meaning meaning();

    /// A description that follows the place.
    String words();

    /// A new member.
    ///
    /// @param what what its values are
    record MemberAdded(String at, String what, boolean required) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.NEWLY_POSSIBLE;
        }

        @Override
        public String words() {
            return "new, " + what + (required ? ", required" : "");
        }
    }

    record MemberRemoved(String at) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.NEWLY_REFUSED;
        }

        @Override
        public String words() {
            return "not a member any more";
        }
    }

    /// A member became required or optional.
    record RequiredChanged(String at, boolean required) implements Difference {

        @Override
        public Meaning meaning() {
            return required ? Meaning.NEWLY_REFUSED : Meaning.NEWLY_POSSIBLE;
        }

        @Override
        public String words() {
            return required ? "required now" : "not required any more";
        }
    }

    /// A structure became a union, of which exactly one member is allowed, or is one no longer.
    record UnionChanged(String at, boolean union) implements Difference {

        @Override
        public Meaning meaning() {
            return union ? Meaning.NEWLY_REFUSED : Meaning.NEWLY_POSSIBLE;
        }

        @Override
        public String words() {
            return union
                    ? "holds exactly one of its members now"
                    : "may hold several of its members now";
        }
    }

    /// A bound of a length, a count or a number; empty is unbounded.
    ///
    /// @param measure what is bounded
    /// @param upper whether it is the upper or the lower bound
    record BoundChanged(
            String at, String measure, boolean upper, Optional<Long> before, Optional<Long> now)
            implements Difference {

        @Override
        public Meaning meaning() {
            if (now.isEmpty()) return Meaning.NEWLY_POSSIBLE;
            if (before.isEmpty()) return Meaning.NEWLY_REFUSED;
            boolean risen = now.get() > before.get();
            return risen == upper ? Meaning.NEWLY_POSSIBLE : Meaning.NEWLY_REFUSED;
        }

        @Override
        public String words() {
            return "%s%s, %s until now"
                    .formatted(
                            measure, describe(now), before.isEmpty() ? "unbounded" : before.get());
        }

        private String describe(Optional<Long> bound) {
            if (bound.isEmpty()) return "unbounded";
            return (upper ? "at most " : "at least ") + bound.get();
        }
    }

    /// A pattern that was added, removed or changed; the effect of a changed one is unknown.
    record PatternChanged(String at, Optional<String> before, Optional<String> now)
            implements Difference {

        @Override
        public Meaning meaning() {
            if (before.isEmpty()) return Meaning.NEWLY_REFUSED;
            return now.isEmpty() ? Meaning.NEWLY_POSSIBLE : Meaning.UNKNOWN;
        }

        @Override
        public String words() {
            return "pattern %s, %s until now".formatted(now.orElse("none"), before.orElse("none"));
        }
    }

    /// New values of a choice.
    ///
    /// @param warned whether the gateway only warns of unknown values
    record ValuesAdded(String at, List<String> values, boolean warned) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.NEWLY_POSSIBLE;
        }

        @Override
        public String words() {
            return "allowed now: "
                    + String.join(", ", values)
                    + (warned ? " (by default a warning until now)" : "");
        }
    }

    /// Values that a choice no longer has.
    ///
    /// @param warned whether the gateway only warns of unknown values
    record ValuesRemoved(String at, List<String> values, boolean warned) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.NEWLY_REFUSED;
        }

        @Override
        public String words() {
            return "not allowed any more: "
                    + String.join(", ", values)
                    + (warned ? " (by default a warning)" : "");
        }
    }

    /// Another type of value.
    record TypeChanged(String at, String before, String now) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.UNKNOWN;
        }

        @Override
        public String words() {
            return now + ", " + before + " until now";
        }
    }

    /// A fact without effect on callers: that a member is deprecated, what an operation answers.
    record FactChanged(String at, String fact, Optional<Json> before, Optional<Json> now)
            implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.OTHER;
        }

        @Override
        public String words() {
            return "%s %s, %s until now".formatted(fact, text(now), text(before));
        }

        private static String text(Optional<Json> value) {
            return value.map(Json::toText).orElse("none");
        }
    }
}
