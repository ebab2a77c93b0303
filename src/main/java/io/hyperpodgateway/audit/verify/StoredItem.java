package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.json.JsonObject;

import java.util.Objects;

/// An item of the audit table as it stands.
public sealed interface StoredItem {

    /// The partition key.
    String pk();

    /// The sort key.
    String sk();

    /// An item of strings and integers, long ones unpacked.
    ///
    /// @param members its attributes, keys included
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

    /// An item that holds what the gateway never writes.
    ///
    /// @param why what that is
    record Unreadable(String pk, String sk, String why) implements StoredItem {}
}
