package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.json.JsonObject;

import java.util.Objects;

/// An item of the audit table.
public sealed interface StoredItem {

    String pk();

    String sk();

    /// An item of strings and integers, uncompressed.
    ///
    /// @param members its attributes, including its keys
    record Plain(JsonObject members) implements StoredItem {

        public Plain {
            Objects.requireNonNull(members);
        }

        @Override
        public String pk() {
            return members.text("pk").orElse("");
        }

        @Override
        public String sk() {
            return members.text("sk").orElse("");
        }
    }

    /// An item that the gateway cannot have written.
    ///
    /// @param why what is wrong with it
    record UnreadableItem(String pk, String sk, String why) implements StoredItem {}
}
