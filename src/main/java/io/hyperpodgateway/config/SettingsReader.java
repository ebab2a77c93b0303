package io.hyperpodgateway.config;

import io.hyperpodgateway.text.Reading;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the settings from environment variables. An empty variable counts as absent.
public final class SettingsReader {

    private static final Predicate<String> DOCUMENT_NAME = Variables.whole("[A-Za-z0-9._-]{1,64}");

    /// What `bundled` alone means.
    private static final PolicySource DEFAULT_POLICY = new PolicySource.Bundled("default");

    private final Variables variables;

    private SettingsReader(Variables variables) {
        this.variables = variables;
    }

    /// Reads all settings and reports every mistake.
    ///
    /// @param environment variables by name, as [System#getenv()] returns them
    public static Reading<Settings, String> read(Map<String, String> environment) {
        return new SettingsReader(new Variables(environment)).read();
    }

    /// The gateway's name, which metrics carry even if other settings are invalid, because alarms
    /// match it.
    ///
    /// @param environment variables by name, as [System#getenv()] returns them
    /// @return the default name if the variable is invalid
    public static String gatewayName(Map<String, String> environment) {
        var variables = new Variables(environment);
        String name = variables.gatewayName();
        return variables.mistakes().isEmpty() ? name : Variables.DEFAULT_GATEWAY_NAME;
    }

    /// Where the policy is, even if other settings are wrong: its mistakes are reported with
    /// theirs.
    ///
    /// @param environment variables by name, as [System#getenv()] gives them
    /// @return nothing if that setting is wrong itself
    public static Optional<PolicySource> policySource(Map<String, String> environment) {
        return new SettingsReader(new Variables(environment)).policySource();
    }

    private Reading<Settings, String> read() {
        var settings =
                new Settings(
                        variables.gatewayName(),
                        variables.table("AUDIT_TABLE"),
                        variables.table("OPEN_TABLE"),
                        policySource().orElse(DEFAULT_POLICY),
                        variables
                                .matching(
                                        "UNKNOWN_INSTANCE_TYPES",
                                        Optional.of("warn"),
                                        List.of("warn", "error")::contains,
                                        "warn or error")
                                .equals("error"),
                        variables.region(),
                        variables.endpoint("AWS_ENDPOINT_URL_SAGEMAKER"),
                        variables.endpoint("AWS_ENDPOINT_URL_DYNAMODB"));
        return variables.mistakes().isEmpty()
                ? new Reading.Read<>(settings)
                : new Reading.Refused<>(variables.mistakes());
    }

    private Optional<PolicySource> policySource() {
        String source = variables.value("POLICY_SOURCE").orElse("bundled");
        if (source.equals("bundled")) return Optional.of(DEFAULT_POLICY);
        if (source.startsWith("bundled:") && DOCUMENT_NAME.test(source.substring(8))) {
            return Optional.of(new PolicySource.Bundled(source.substring(8)));
        }
        if (source.startsWith("file:") && source.length() > 5) {
            Optional<Path> path = path(source.substring(5));
            if (path.isPresent()) return path.map(PolicySource.File::new);
        }
        variables.mistake(
                source.startsWith("appconfig:")
                        ? "POLICY_SOURCE is \"%s\", but appconfig: is not offered yet; bundled, bundled:NAME or file:PATH is expected"
                                .formatted(source)
                        : "POLICY_SOURCE is \"%s\", bundled, bundled:NAME or file:PATH is expected"
                                .formatted(source));
        return Optional.empty();
    }

    /// The path, if this file system can represent it.
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
