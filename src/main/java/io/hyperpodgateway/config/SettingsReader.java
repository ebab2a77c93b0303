package io.hyperpodgateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads the settings from environment variables. An empty one is an absent one.
public final class SettingsReader {

    private static final Predicate<String> STACK_NAME = whole("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final Predicate<String> TABLE_NAME = whole("[A-Za-z0-9_.-]{3,255}");
    private static final Predicate<String> REGION = whole("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
    private static final Predicate<String> DOCUMENT_NAME = whole("[a-z0-9][a-z0-9-]{0,62}");

    private static final int MAX_PORT = 65_535;

    /// What `bundled` alone means.
    private static final PolicySource DEFAULT_POLICY = new PolicySource.Bundled("default");

    private final Map<String, String> environment;
    private final List<String> mistakes = new ArrayList<>();

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Reads all settings; every mistake is told, not the first.
    ///
    /// @param environment variables by name, as [System#getenv()] gives them
    public static SettingsReading read(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    private SettingsReading read() {
        Optional<PolicySource> policySource = policySource();
        var settings =
                new Settings(
                        matching(
                                "GATEWAY_NAME",
                                Optional.of("hyperpod-gateway"),
                                STACK_NAME,
                                "a stack's name"),
                        matching("AUDIT_TABLE", Optional.empty(), TABLE_NAME, "a table's name"),
                        matching("OPEN_TABLE", Optional.empty(), TABLE_NAME, "a table's name"),
                        policySource.orElse(DEFAULT_POLICY),
                        matching(
                                        "UNKNOWN_INSTANCE_TYPES",
                                        Optional.of("warn"),
                                        List.of("warn", "error")::contains,
                                        "warn or error")
                                .equals("error"),
                        matching("AWS_REGION", Optional.empty(), REGION, "a Region's name"),
                        endpoint("AWS_ENDPOINT_URL_SAGEMAKER"),
                        endpoint("AWS_ENDPOINT_URL_DYNAMODB"));
        return mistakes.isEmpty()
                ? new SettingsReading.Read(settings)
                : new SettingsReading.Refused(mistakes, policySource);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private String matching(
            String name,
            Optional<String> otherwise,
            Predicate<String> allowed,
            String description) {
        Optional<String> value = value(name).or(() -> otherwise);
        if (value.isEmpty()) {
            mistakes.add("%s is not set, %s is expected".formatted(name, description));
            return "";
        }
        if (!allowed.test(value.get())) {
            mistakes.add("%s is \"%s\", %s is expected".formatted(name, value.get(), description));
        }
        return value.get();
    }

    private Optional<PolicySource> policySource() {
        String source = value("POLICY_SOURCE").orElse("bundled");
        if (source.equals("bundled")) return Optional.of(DEFAULT_POLICY);
        if (source.startsWith("bundled:") && DOCUMENT_NAME.test(source.substring(8))) {
            return Optional.of(new PolicySource.Bundled(source.substring(8)));
        }
        if (source.startsWith("file:") && source.length() > 5) {
            Optional<Path> path = path(source.substring(5));
            if (path.isPresent()) return path.map(PolicySource.File::new);
        }
        mistakes.add(
                source.startsWith("appconfig:")
                        ? "POLICY_SOURCE is \"%s\", but appconfig: is not offered yet; bundled, bundled:NAME or file:PATH is expected"
                                .formatted(source)
                        : "POLICY_SOURCE is \"%s\", bundled, bundled:NAME or file:PATH is expected"
                                .formatted(source));
        return Optional.empty();
    }

    /// The path, if this machine's file names can spell it.
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<URI> endpoint(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) return Optional.empty();
        Optional<URI> endpoint = value.flatMap(SettingsReader::httpUri);
        if (endpoint.isEmpty()) {
            mistakes.add(
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

    private static Predicate<String> whole(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
