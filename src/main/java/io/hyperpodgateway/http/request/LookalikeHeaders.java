package io.hyperpodgateway.http.request;

import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Headers that seem to mean a dry run or an idempotency key, but have the wrong name. To ignore
/// them would create a cluster, or a second one.
public final class LookalikeHeaders {

    /// The only such header that is read.
    private static final String READ = "idempotency-key";

    private static final String DRY_RUN = "for a dry run add ?dryRun=true to the URL";
    private static final String KEY = "send the key as Idempotency-Key";

    /// The replacement, by the name without separators and prefix.
    private static final Map<String, String> INSTEAD =
            Map.of(
                    "dryrun", DRY_RUN,
                    "idempotency", KEY,
                    "idempotencykey", KEY,
                    "idempotencytoken", KEY,
                    "clienttoken", KEY,
                    "clientrequesttoken", KEY);

    private static final List<String> PREFIXES = List.of("", "x", "xamz");

    private static final int LONGEST_QUOTE = 60;

    private LookalikeHeaders() {}

    /// One message for each such header, with its name but not its value.
    public static List<String> validate(Headers headers) {
        return headers.names().stream()
                .filter(name -> !name.equals(READ))
                .flatMap(name -> instead(name).map(instead -> message(name, instead)).stream())
                .toList();
    }

    private static Optional<String> instead(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PREFIXES.stream()
                .filter(plain::startsWith)
                .flatMap(prefix -> Stream.ofNullable(INSTEAD.get(plain.substring(prefix.length()))))
                .findFirst();
    }

    private static String message(String name, String instead) {
        return "the header %s is not read here: %s"
                .formatted(Excerpt.of(name, LONGEST_QUOTE), instead);
    }
}
