package io.hyperpodgateway.lambda.digest;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.verify.AuditVerifier;
import io.hyperpodgateway.audit.verify.Progress;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.config.DigestSettings;
import io.hyperpodgateway.config.DigestSettingsReader;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Verifies a record from the command line. The verdict, preceded by the failures, goes to standard
/// output; progress and errors to standard error.
///
/// Exit codes, as of `diff` and `grep`: 0 consistent, 1 inconsistent, 2 could not be verified, 3
/// consistent but without any anchor outside the table.
public final class VerifyAudit {

    private static final int EVERY = 10_000;
    private static final int FAILED = 2;
    private static final String USAGE =
            """
            usage: VerifyAudit [--local] [--root=HOUR:HEX]...
              --root   a root that was kept outside the table, as 2026-11-23T10:0a1b...
              --local  without AUDIT_TABLE: the record of the gateway that runs on this machine
            settings: AUDIT_TABLE, AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB, DIGEST_BUCKET, AWS_ENDPOINT_URL_S3\
            """;

    private final Map<String, String> environment;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    VerifyAudit(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            PrintStream out,
            PrintStream err) {
        this.environment = environment;
        this.credentials = credentials;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /// Verifies, and exits with the exit code.
    ///
    /// @param arguments `--root=HOUR:HEX`, once for each root; `--local`
    public static void main(String[] arguments) {
        var verify =
                new VerifyAudit(
                        System.getenv(),
                        DefaultCredentialsProvider.builder().build(),
                        Clock.systemUTC(),
                        System.out,
                        System.err);
        System.exit(verify.run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        var roots = new ArrayList<Anchor>();
        boolean local = false;
        for (String argument : arguments) {
            if (argument.equals("--local")) {
                local = true;
            } else if (!isRoot(argument, roots)) {
                err.println(argument + " is not understood\n" + USAGE);
                return FAILED;
            }
        }
        var place =
                local
                        ? LocalRecord.orDefaults(environment, credentials)
                        : new LocalRecord(environment, credentials);
        return switch (DigestSettingsReader.read(place.environment())) {
            case Reading.Read(var settings) ->
                    verify(settings, new DigestWiring(settings, place.credentials()), roots);
            case Reading.Refused(var mistakes) -> {
                mistakes.forEach(err::println);
                err.println(USAGE);
                yield FAILED;
            }
        };
    }

    /// An empty root counts as absent.
    private static boolean isRoot(String argument, List<Anchor> roots) {
        if (!argument.startsWith("--root=")) return false;
        String root = argument.substring("--root=".length());
        if (root.isEmpty()) return true;
        Anchor.parse(root).ifPresent(roots::add);
        return Anchor.parse(root).isPresent();
    }

    private int verify(DigestSettings settings, DigestWiring wiring, List<Anchor> roots) {
        try {
            err.println(
                    "verifying table %s%s"
                            .formatted(
                                    settings.auditTable(),
                                    settings.dynamoDbEndpoint().map(at -> " at " + at).orElse("")));
            var anchors = new ArrayList<>(roots);
            anchors.addAll(wiring.keptAnchors());
            return report(AuditVerifier.verify(wiring.recordTable(), anchors, clock, progress()));
        } catch (AuditUnavailableException e) {
            err.println("it cannot be verified: " + e.getMessage());
            return FAILED;
        }
    }

    private Progress progress() {
        return items -> {
            if (items % EVERY == 0) err.println("%d items read".formatted(items));
        };
    }

    private int report(Verdict verdict) {
        verdict.failures().forEach(out::println);
        if (verdict.unreported() > 0) out.println("and %d more".formatted(verdict.unreported()));
        out.println(verdict.toLine());
        return switch (verdict.status()) {
            case OK -> 0;
            case INCONSISTENT -> 1;
            case UNANCHORED -> 3;
        };
    }
}
