package io.hyperpodgateway.local;

import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.text.Reading;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings of the local run, read from environment variables. An empty variable counts as
/// absent.
///
/// @param port the gateway's port (`PORT`)
/// @param dynamoDbPort DynamoDB Local's port (`DYNAMODB_PORT`)
/// @param sageMakerPort the stand-in's port (`SAGEMAKER_PORT`)
/// @param dynamoDbDirectory the folder of DynamoDB Local's data (`DYNAMODB_DIR`); in memory if
///   absent
/// @param dynamoDb another DynamoDB instead (`AWS_ENDPOINT_URL_DYNAMODB`)
/// @param sageMaker another SageMaker instead (`AWS_ENDPOINT_URL_SAGEMAKER`)
/// @param region the Region (`AWS_REGION`)
/// @param accountId the account (`LOCAL_ACCOUNT_ID`)
/// @param tables the tables (`AUDIT_TABLE`, `OPEN_TABLE`)
/// @param environment every variable that is not empty, for the gateway itself
record LocalSettings(
        int port,
        int dynamoDbPort,
        int sageMakerPort,
        Optional<Path> dynamoDbDirectory,
        Optional<URI> dynamoDb,
        Optional<URI> sageMaker,
        String region,
        String accountId,
        Tables tables,
        Map<String, String> environment) {

    private static final String DEFAULT_REGION = "us-east-1";
    private static final String DEFAULT_ACCOUNT = "000000000000";
    private static final String AUDIT_TABLE = "hyperpod-gateway-audit";
    private static final String OPEN_TABLE = "hyperpod-gateway-open";

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int MAX_PORT = 65_535;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

    LocalSettings {
        environment = Map.copyOf(environment);
    }

    static Reading<LocalSettings, String> read(Map<String, String> variables) {
        return new Reader(variables).read();
    }

    /// The variables as the gateway itself would see them, before anything is started.
    static Map<String, String> withDefaults(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        Map.of("AWS_REGION", DEFAULT_REGION, "AUDIT_TABLE", AUDIT_TABLE, "OPEN_TABLE", OPEN_TABLE)
                .forEach((name, value) ->
                        all.merge(
                                name, value, (set, otherwise) -> set.isEmpty() ? otherwise : set));
        return all;
    }

    /// The account and the Region that the gateway sees.
    Place place() {
        return new Place(accountId, region);
    }

    /// The environment of the gateway with these endpoints.
    Map<String, String> gatewayEnvironment(URI dynamoDbEndpoint, URI sageMakerEndpoint) {
        var gateway = new HashMap<>(environment);
        gateway.put("AWS_REGION", region);
        gateway.put("AUDIT_TABLE", tables.audit());
        gateway.put("OPEN_TABLE", tables.open());
        gateway.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDbEndpoint.toString());
        gateway.put("AWS_ENDPOINT_URL_SAGEMAKER", sageMakerEndpoint.toString());
        return gateway;
    }

    private static final class Reader {

        private final Map<String, String> variables;
        private final List<String> mistakes = new ArrayList<>();

        private Reader(Map<String, String> variables) {
            this.variables =
                    variables.entrySet().stream()
                            .filter(variable -> !variable.getValue().isEmpty())
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private Reading<LocalSettings, String> read() {
            var settings =
                    new LocalSettings(
                            port("PORT", 3000),
                            port("DYNAMODB_PORT", 8000),
                            port("SAGEMAKER_PORT", 8001),
                            value("DYNAMODB_DIR").map(Path::of),
                            url("AWS_ENDPOINT_URL_DYNAMODB"),
                            url("AWS_ENDPOINT_URL_SAGEMAKER"),
                            region(),
                            accountId(),
                            new Tables(
                                    value("AUDIT_TABLE").orElse(AUDIT_TABLE),
                                    value("OPEN_TABLE").orElse(OPEN_TABLE)),
                            variables);
            requireDistinctPorts(settings);
            return mistakes.isEmpty()
                    ? new Reading.Read<>(settings)
                    : new Reading.Refused<>(mistakes);
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(variables.get(name));
        }

        private int port(String name, int absent) {
            Optional<String> value = value(name);
            if (value.isEmpty()) return absent;
            if (PORT.matcher(value.get()).matches()) {
                int port = Integer.parseInt(value.get());
                if (port <= MAX_PORT) return port;
            }
            mistakes.add("%s is %s, 0 (any) to 65535 is allowed".formatted(name, value.get()));
            return absent;
        }

        private Optional<URI> url(String name) {
            Optional<String> value = value(name);
            if (value.isEmpty()) return Optional.empty();
            Optional<URI> url = value.flatMap(Reader::httpUrl);
            if (url.isEmpty()) {
                mistakes.add(
                        "%s is %s, an http or https URL is expected".formatted(name, value.get()));
            }
            return url;
        }

        private static Optional<URI> httpUrl(String text) {
            try {
                URI url = URI.create(text);
                boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private String region() {
            String region = value("AWS_REGION").orElse(DEFAULT_REGION);
            if (!REGION.matcher(region).matches()) {
                mistakes.add(
                        "AWS_REGION is %s, a Region like us-east-1 is expected".formatted(region));
            }
            return region;
        }

        private String accountId() {
            String account = value("LOCAL_ACCOUNT_ID").orElse(DEFAULT_ACCOUNT);
            if (!ACCOUNT.matcher(account).matches()) {
                mistakes.add("LOCAL_ACCOUNT_ID is %s, 12 digits are expected".formatted(account));
            }
            return account;
        }

        private void requireDistinctPorts(LocalSettings settings) {
            var ports = new HashMap<Integer, String>();
            Stream.of(
                            Map.entry("PORT", settings.port()),
                            Map.entry("DYNAMODB_PORT", settings.dynamoDbPort()),
                            Map.entry("SAGEMAKER_PORT", settings.sageMakerPort()))
                    .filter(port -> port.getValue() != 0)
                    .filter(port -> used(settings, port.getKey()))
                    .forEachOrdered(port -> {
                        String other = ports.putIfAbsent(port.getValue(), port.getKey());
                        if (other != null) {
                            mistakes.add(
                                    "%s and %s are both %d"
                                            .formatted(other, port.getKey(), port.getValue()));
                        }
                    });
        }

        private static boolean used(LocalSettings settings, String name) {
            return switch (name) {
                case "DYNAMODB_PORT" -> settings.dynamoDb().isEmpty();
                case "SAGEMAKER_PORT" -> settings.sageMaker().isEmpty();
                default -> true;
            };
        }
    }
}
