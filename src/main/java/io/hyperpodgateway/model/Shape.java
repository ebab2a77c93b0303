package io.hyperpodgateway.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// What the service model says of one kind of value. Shapes name each other and do not hold each
/// other, so that one may contain itself.
public sealed interface Shape {

    /// The shape's name in the model.
    String name();

    /// An object.
    ///
    /// @param members the shape's name of each member, in the model's order
    /// @param required the members that must be there
    /// @param union whether it holds exactly one of its members
    record StructureShape(
            String name,
            SequencedMap<String, String> members,
            SequencedSet<String> required,
            boolean union)
            implements Shape {

        public StructureShape {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
            required = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(required));
        }

        /// The name of that member's shape, if there is such a member.
        public Optional<String> member(String member) {
            return Optional.ofNullable(members.get(member));
        }
    }

    /// An array of values of one shape.
    record ListShape(String name, String item, Bounds count) implements Shape {}

    /// An object whose member names are values themselves.
    record MapShape(String name, String key, String value, Bounds count) implements Shape {}

    /// A string, its length counted in code points.
    record StringShape(String name, Bounds length, Optional<ShapePattern> pattern)
            implements Shape {

        /// Whether the text's length is allowed.
        public boolean fits(String text) {
            return length.hold(text.codePointCount(0, text.length()));
        }

        /// Whether the text, one that fits, matches the pattern.
        public boolean matches(String text) {
            return pattern.isEmpty() || pattern.get().matches(text);
        }
    }

    /// One of some strings.
    record EnumShape(String name, SequencedSet<String> values) implements Shape {

        private static final String INSTANCE_TYPE = "ClusterInstanceType";

        public EnumShape {
            values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
        }

        /// Whether the choices are instance types: AWS brings new ones faster than models.
        public boolean isInstanceType() {
            return name.equals(INSTANCE_TYPE);
        }
    }

    /// A JSON integer.
    record IntegerShape(String name, Bounds range) implements Shape {}

    /// `true` or `false`.
    record BooleanShape(String name) implements Shape {}

    /// A moment: epoch seconds or an ISO 8601 string.
    record TimestampShape(String name) implements Shape {}
}
