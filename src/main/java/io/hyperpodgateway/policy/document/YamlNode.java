package io.hyperpodgateway.policy.document;

import java.util.List;
import java.util.Objects;

/// A value of a YAML document and where it stands.
public sealed interface YamlNode {

    /// The line in which it begins, from 1.
    int line();

    /// The character of that line at which it begins, from 1.
    int column();

    /// What it is, in words.
    String kind();

    /// A value without parts: its text, quotes and escapes undone, and what YAML takes it for.
    record Scalar(String text, Type type, int line, int column) implements YamlNode {

        /// What YAML takes a text for.
        public enum Type {
            STRING("a string"),
            NUMBER("a number"),
            BOOLEAN("a boolean"),
            NULL("null");

            private final String words;

            Type(String words) {
                this.words = words;
            }
        }

        public Scalar {
            Objects.requireNonNull(text);
            Objects.requireNonNull(type);
        }

        @Override
        public String kind() {
            return type.words;
        }

        /// The same text as a string: the name of a member is one, whatever it looks like.
        public Scalar asString() {
            return new Scalar(text, Type.STRING, line, column);
        }
    }

    /// Values after each other.
    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// Named values, in the order in which they are written, each as often as it is.
    record Mapping(List<Member> members, int line, int column) implements YamlNode {

        public Mapping {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /// A value that cannot be used, for a reason that has been told already.
    record Unusable(int line, int column) implements YamlNode {

        @Override
        public String kind() {
            return "unusable";
        }
    }

    /// One named value of a mapping.
    record Member(Scalar name, YamlNode value) {

        public Member {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }
}
