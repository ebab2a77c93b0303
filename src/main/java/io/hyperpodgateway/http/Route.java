package io.hyperpodgateway.http;

import java.util.List;

/// The routes of the API, each with one method.
public enum Route {
    CREATE_CLUSTER("POST", "/clusters", Access.IDENTIFIED),
    DESCRIBE_CLUSTER("GET", "/clusters/{name}", Access.IDENTIFIED),
    LIST_REQUESTS("GET", "/requests", Access.IDENTIFIED),
    DESCRIBE_REQUEST("GET", "/requests/{requestId}", Access.IDENTIFIED),
    POLICY("GET", "/policy", Access.IDENTIFIED),
    PAGE("GET", "/", Access.OPEN),
    SCHEMA("GET", "/schema", Access.OPEN),
    OPENAPI("GET", "/openapi.json", Access.OPEN),
    HEALTH("GET", "/health", Access.OPEN);

    /// Who may use a route.
    public enum Access {
        /// Callers whom the authorizer identifies.
        IDENTIFIED,
        /// Everybody.
        OPEN
    }

    private final String method;
    private final String template;
    private final Access access;

    Route(String method, String template, Access access) {
        this.method = method;
        this.template = template;
        this.access = access;
    }

    public String method() {
        return method;
    }

    /// The path, its parameter in braces: `/clusters/{name}`.
    public String template() {
        return template;
    }

    public Access access() {
        return access;
    }

    /// Whether the path matches; the parameter is any one segment that is not empty.
    boolean matches(List<String> path) {
        List<String> segments = List.of(template.substring(1).split("/"));
        if (path.size() != segments.size()) return false;
        for (int i = 0; i < path.size(); i++) {
            boolean parameter = segments.get(i).startsWith("{");
            if (parameter ? path.get(i).isEmpty() : !path.get(i).equals(segments.get(i)))
                return false;
        }
        return true;
    }
}
