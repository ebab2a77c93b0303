package io.hyperpodgateway.shape;

import java.util.List;
import java.util.stream.Stream;

/// One change to a document. It names values by identity, not by place, so that edits may be
/// applied in another order than that in which they were found.
sealed interface Edit {

    /// The values of the document that it names, the one that is changed first.
    List<Node> nodes();

    /// Values are taken out.
    record Remove(List<Node> nodes) implements Edit {

        public Remove {
            nodes = List.copyOf(nodes);
        }

        public Remove(Node node) {
            this(List.of(node));
        }
    }

    /// A member gets another name in the object that holds it, and keeps its place.
    record Rename(Node node, String name) implements Edit {

        @Override
        public List<Node> nodes() {
            return List.of(node);
        }
    }

    /// A value becomes a member at a path below an object, through objects that are made where they
    /// are missing.
    ///
    /// @param holder an object that was sent
    /// @param path the names from there, the member's own last
    record Move(Node node, Node holder, List<String> path) implements Edit {

        public Move {
            path = List.copyOf(path);
        }

        @Override
        public List<Node> nodes() {
            return List.of(node, holder);
        }
    }

    /// A value is replaced with another, in which nothing is changed afterwards.
    record Replace(Node node, Node by) implements Edit {

        @Override
        public List<Node> nodes() {
            return List.of(node);
        }
    }

    /// A value becomes the only item of an array.
    record WrapInArray(Node node) implements Edit {

        @Override
        public List<Node> nodes() {
            return List.of(node);
        }
    }

    /// Members of an item become items of their own, behind it.
    ///
    /// @param members those that leave the item
    record Split(Node item, List<Node> members) implements Edit {

        public Split {
            members = List.copyOf(members);
        }

        @Override
        public List<Node> nodes() {
            return Stream.concat(Stream.of(item), members.stream()).toList();
        }
    }

    /// A value becomes the whole document.
    record Unwrap(Node node) implements Edit {

        @Override
        public List<Node> nodes() {
            return List.of(node);
        }
    }
}
