package io.hyperpodgateway.text;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// What reading something came to: a value, or all that is wrong with it.
///
/// @param <T> what was to be read
/// @param <E> one thing that is wrong
public sealed interface Reading<T, E> {

    /// What is wrong; nothing if there is a value.
    List<E> problems();

    /// The value.
    ///
    /// @throws IllegalArgumentException if there is none; its message holds the problems
    default T orElseThrow() {
        return switch (this) {
            case Read(var value) -> value;
            case Refused(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    /// What reading comes to if its value is made into another.
    default <U> Reading<U, E> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Read(var value) -> new Read<>(function.apply(value));
            case Refused(var problems) -> new Refused<>(problems);
        };
    }

    /// All of it is as it should be.
    record Read<T, E>(T value) implements Reading<T, E> {

        public Read {
            Objects.requireNonNull(value);
        }

        @Override
        public List<E> problems() {
            return List.of();
        }
    }

    /// It is not.
    record Refused<T, E>(List<E> problems) implements Reading<T, E> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
