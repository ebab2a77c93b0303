package io.hyperpodgateway.shape;

import java.util.List;

/// One change to a document. It names parts by identity, so that edits may be applied in any order.
public sealed interface Edit {

    /// The part that is changed.
    Node node();

    /// A member is left out.
    record Remove(Node node) implements Edit {}

    /// Several members of one object are left out.
    record RemoveAll(Node node, List<Node> members) implements Edit {

        public RemoveAll {
            members = List.copyOf(members);
        }
    }

    /// A member gets another name.
    record Rename(Node node, String name) implements Edit {}

    /// A member is put below that object, into objects that are made where they are missing.
    ///
    /// @param below an object that was sent
    /// @param path the names from there, the member's own last
    record Move(Node node, Node below, List<String> path) implements Edit {

        public Move {
            path = List.copyOf(path);
        }
    }

    /// A value is replaced with another, in which nothing is changed afterwards.
    record Replace(Node node, Node made) implements Edit {}

    /// A value becomes the only item of an array.
    record Wrap(Node node, Node array) implements Edit {}

    /// Members of an item become items of their own, behind it.
    ///
    /// @param members those that leave the item
    /// @param items the empty objects into which they go, one each
    record Split(Node node, List<Node> members, List<Node> items) implements Edit {

        public Split {
            members = List.copyOf(members);
            items = List.copyOf(items);
        }
    }

    /// The document is what is held there.
    record Unwrap(Node node) implements Edit {}
}
