package io.hyperpodgateway.template;

import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.http.Route;
import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.start.GatewayEntryPoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What template and code must agree on, from the code.
final class Agreed {

    static final String HANDLER = GatewayEntryPoint.class.getName();

    /// Routes without authorizer.
    static final Set<String> OPEN_ROUTES = routes(Access.OPEN);

    /// Routes with authorizer.
    static final Set<String> IDENTIFIED_ROUTES = routes(Access.IDENTIFIED);

    /// The environment variables that the deployed gateway reads, except `AWS_REGION`, which Lambda
    /// sets and a template may not.
    static final Set<String> SETTINGS = settings();

    /// The projected attributes of lists.
    static final List<String> LISTED = Tables.LISTED;

    private Agreed() {}

    private static Set<String> routes(Access access) {
        return Arrays.stream(Route.values())
                .filter(route -> route.access() == access)
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> settings() {
        var read = new TreeSet<String>();
        SettingsReader.read(
                new HashMap<>() {
                    @Override
                    public String get(Object name) {
                        read.add((String) name);
                        return "";
                    }
                });
        read.remove("AWS_REGION");
        return read;
    }
}
