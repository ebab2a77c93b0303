package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.json.Json;

import java.util.List;
import java.util.Optional;

/// One thing in which a service model differs from the one before.
public sealed interface Difference {

    /// Where, below the shape that was compared: a member, or empty for the shape itself.
    String at();

    /// What it means where callers of CreateCluster send it.
    Meaning meaning();

    /// What is different, in words that follow the place.
    String words();

    /// A member that was not known.
    ///
    /// @param what what its values are, in words
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

    /// A member that is known no more.
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

    /// A member that must be there now, or need not be any more.
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

    /// A structure that holds exactly one of its members now, or need not any more.
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

    /// A bound of a length, a count or a number; nothing is no bound.
    ///
    /// @param measure what is bounded, in words
    /// @param upper whether it is the largest that is allowed, or the smallest
    record BoundMoved(
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
                    .formatted(measure, told(now), before.isEmpty() ? "unbounded" : before.get());
        }

        private String told(Optional<Long> bound) {
            if (bound.isEmpty()) return "unbounded";
            return (upper ? "at most " : "at least ") + bound.get();
        }
    }

    /// A pattern that came, went or changed; what a changed one means cannot be told.
    record PatternChanged(String at, Optional<String> before, Optional<String> now)
            implements Difference {

        @Override
        public Meaning meaning() {
            if (before.isEmpty()) return Meaning.NEWLY_REFUSED;
            return now.isEmpty() ? Meaning.NEWLY_POSSIBLE : Meaning.CANNOT_BE_TOLD;
        }

        @Override
        public String words() {
            return "pattern %s, %s until now".formatted(now.orElse("none"), before.orElse("none"));
        }
    }

    /// Values of a choice that were not known.
    ///
    /// @param warned whether the gateway only warns of values that it does not know
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

    /// Values of a choice that are known no more.
    ///
    /// @param warned whether the gateway only warns of values that it does not know
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

    /// A value of another type; both are told in words.
    record TypeChanged(String at, String before, String now) implements Difference {

        @Override
        public Meaning meaning() {
            return Meaning.CANNOT_BE_TOLD;
        }

        @Override
        public String words() {
            return now + ", " + before + " until now";
        }
    }

    /// A fact that binds no caller: that a member is deprecated, what an operation answers.
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
