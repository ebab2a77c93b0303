package io.hyperpodgateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Environment variables and the mistakes in them. An empty variable counts as absent.
final class Variables {

    static final String DEFAULT_GATEWAY_NAME = "hyperpod-gateway";

    private static final Predicate<String> STACK_NAME = whole("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final Predicate<String> TABLE_NAME = whole("[A-Za-z0-9_.-]{3,255}");
    private static final Predicate<String> REGION = whole("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    private static final int MAX_PORT = 65_535;

    private final Map<String, String> environment;
    private final List<String> mistakes = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = Objects.requireNonNull(environment);
    }

    /// One sentence for each mistake.
    List<String> mistakes() {
        return mistakes;
    }

    void mistake(String sentence) {
        mistakes.add(sentence);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    String gatewayName() {
        return matching(
                "GATEWAY_NAME", Optional.of(DEFAULT_GATEWAY_NAME), STACK_NAME, "a stack's name");
    }

    String table(String name) {
        return matching(name, Optional.empty(), TABLE_NAME, "a table's name");
    }

    String region() {
        return matching("AWS_REGION", Optional.empty(), REGION, "a Region's name");
    }

    String matching(
            String name,
            Optional<String> otherwise,
            Predicate<String> allowed,
            String description) {
        Optional<String> value = value(name).or(() -> otherwise);
        if (value.isEmpty()) {
            mistake("%s is not set, %s is expected".formatted(name, description));
            return "";
        }
        if (!allowed.test(value.get())) {
            mistake("%s is \"%s\", %s is expected".formatted(name, value.get(), description));
        }
        return value.get();
    }

    Optional<URI> endpoint(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) return Optional.empty();
        Optional<URI> endpoint = value.flatMap(Variables::httpUri);
        if (endpoint.isEmpty()) {
            mistake(
                    "%s is \"%s\", an http or https URL with a host is expected"
                            .formatted(name, value.get()));
        }
        return endpoint;
    }

    private static Optional<URI> httpUri(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= MAX_PORT);
            return http && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static Predicate<String> whole(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
