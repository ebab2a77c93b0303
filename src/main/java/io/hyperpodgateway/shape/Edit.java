package io.hyperpodgateway.shape;

import java.util.List;
import java.util.stream.Stream;

/// One change to a document. It names values by identity, not by place, so that edits may be
/// applied in another order than that in which they were found.
sealed interface Edit {

    /// The value that is changed.
    Node node();

    /// Every value of the document that it names.
    default Stream<Node> nodes() {
        return Stream.of(node());
    }

    /// A member is taken out.
    record Delete(Node node) implements Edit {}

    /// A member gets another name in the object that holds it, and keeps its place.
    record Rename(Node node, String name) implements Edit {}

    /// A value becomes a member at a path below an object, through objects that are made where they
    /// are missing.
    ///
    /// @param holder an object that was sent
    /// @param path the names from there, the member's own last
    record Relocate(Node node, Node holder, List<String> path) implements Edit {

        public Relocate {
            path = List.copyOf(path);
        }

        @Override
        public Stream<Node> nodes() {
            return Stream.of(node, holder);
        }
    }

    /// A value is replaced with another, in which nothing is changed afterwards.
    record Substitute(Node node, Node by) implements Edit {}

    /// A value becomes the only item of an array.
    record WrapInArray(Node node) implements Edit {}

    /// Members of an item become items of their own, behind it.
    record Split(Node node, List<Node> members) implements Edit {

        public Split {
            members = List.copyOf(members);
        }

        @Override
        public Stream<Node> nodes() {
            return Stream.concat(Stream.of(node), members.stream());
        }
    }

    /// A value becomes the whole document.
    record Unwrap(Node node) implements Edit {}
}
