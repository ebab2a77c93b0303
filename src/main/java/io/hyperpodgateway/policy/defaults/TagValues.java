package io.hyperpodgateway.policy.defaults;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The values of the placeholders of added tags in one request.
///
/// @param principal who asks
/// @param sessionName the session of an assumed role, empty without one
/// @param accountId the gateway's own account, 12 digits
/// @param requestId under which the request goes
public record TagValues(String principal, String sessionName, String accountId, String requestId) {

    public TagValues {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(sessionName);
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(requestId);
    }

    /// A placeholder, by the name between its braces.
    public enum Placeholder {
        PRINCIPAL("principal"),
        SESSION_NAME("sessionName"),
        ACCOUNT_ID("accountId"),
        REQUEST_ID("requestId");

        private final String id;

        Placeholder(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Placeholder::id).toList();
        }
    }

    String of(Placeholder placeholder) {
        return switch (placeholder) {
            case PRINCIPAL -> principal;
            case SESSION_NAME -> sessionName;
            case ACCOUNT_ID -> accountId;
            case REQUEST_ID -> requestId;
        };
    }
}
