package io.hyperpodgateway.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// One caller: what it asks for next grows from a seed, and from what it got before.
final class Caller {

    private static final String POST = "POST";
    private static final String CLUSTERS = "/clusters";
    private static final String JSON = "Content-Type: application/json";
    private static final int SHARES = Kind.ALL.stream().mapToInt(Kind::share).sum();
    private static final int TOO_LARGE = 300 * 1024;
    private static final int TOO_DEEP = 200;

    private static final String GOOD =
            """
            {"ClusterName": "%s",
             "InstanceGroups": [{"InstanceGroupName": "workers", "InstanceType": "ml.c5.xlarge", "InstanceCount": %d,
               "ThreadsPerCore": 1, "ExecutionRole": "arn:aws:iam::000000000000:role/hyperpod-workers",
               "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-us-east-1-000000000000/lifecycle",
                 "OnCreate": "on_create.sh"}}],
             "Tags": [{"Key": "Team", "Value": "load"}, {"Key": "CostCenter", "Value": "1"},
               {"Key": "Environment", "Value": "dev"}]}\
            """;

    private final String name;
    private final Random random;
    private final List<Created> created = new ArrayList<>();
    private int made;

    /// A cluster that this caller got, and how.
    record Created(String clusterName, String key, String requestId) {}

    Caller(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    Call next() {
        Kind kind = kind();
        if (kind.needsOneBefore() && created.isEmpty()) kind = Kind.CREATED;
        return switch (kind) {
            case CREATED -> post(kind, good(newName()), "Idempotency-Key: " + name + "-" + made);
            case SLOW_SENDER -> slow(post(kind, good(newName())));
            case REPLAY -> again(kind, 2);
            case KEY_REUSED -> again(kind, 3);
            case NAME_TAKEN -> post(kind, good(one().clusterName()));
            case DRY_RUN -> call(kind, POST, CLUSTERS + "?dryRun=true", good("rehearsed"), JSON);
            case AGAINST_POLICY -> post(kind, good(newName()).replace("ml.c5", "ml.p5.48"));
            case AGAINST_SPECIFICATION ->
                    post(kind, good("under_score").replace("InstanceCount", "InstanceCuont"));
            case BROKEN_JSON -> post(kind, broken(good(newName())));
            case NOT_UTF_8 -> spoilt(post(kind, good(newName())));
            case TOO_DEEP -> post(kind, "{\"a\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP));
            case TOO_LARGE -> post(kind, good(newName()) + " ".repeat(TOO_LARGE));
            case WRONG_MEDIA_TYPE ->
                    call(kind, POST, CLUSTERS, good(newName()), "Content-Type: text/plain");
            case UNKNOWN_QUERY -> call(kind, POST, CLUSTERS + "?dry=true", good(newName()), JSON);
            case NOBODY -> call(kind, POST, CLUSTERS, good(newName()), JSON, "X-Local-Principal:");
            case NO_SUCH_PATH -> call(kind, "GET", "/no/such/path", "");
            case WRONG_METHOD -> call(kind, "DELETE", CLUSTERS, "");
            case READ_POLICY -> call(kind, "GET", "/policy", "");
            case READ_HEALTH -> call(kind, "GET", "/health", "");
            case READ_REQUEST -> call(kind, "GET", "/requests/" + one().requestId(), "");
            case READ_CLUSTER, READ_UNSETTLED ->
                    call(kind, "GET", CLUSTERS + "/" + one().clusterName(), "");
        };
    }

    /// Notes what came of a call.
    void heard(Call call, Answer answer) {
        if (call.kind() == Kind.CREATED && answer.status() == call.kind().status())
            created.add(new Created(clusterName(), name + "-" + made, answer.requestId()));
    }

    private Kind kind() {
        int left = random.nextInt(SHARES);
        for (Kind kind : Kind.ALL) {
            left -= kind.share();
            if (left < 0) return kind;
        }
        throw new IllegalStateException("shares do not add up");
    }

    private Created one() {
        return created.get(random.nextInt(created.size()));
    }

    private String newName() {
        made++;
        return clusterName();
    }

    private String clusterName() {
        return name + "-" + made;
    }

    private static String good(String clusterName) {
        return GOOD.formatted(clusterName, 2);
    }

    /// The request of an earlier key, with so many instances: 2 is the same request.
    private Call again(Kind kind, int instances) {
        Created before = one();
        return post(
                kind,
                GOOD.formatted(before.clusterName(), instances),
                "Idempotency-Key: " + before.key());
    }

    /// Cut off, or with one character too many, somewhere.
    private String broken(String good) {
        int place = 1 + random.nextInt(good.length() - 2);
        return random.nextBoolean() ? good.substring(0, place) : good + "}";
    }

    private Call spoilt(Call call) {
        byte[] body = call.body().clone();
        body[body.length / 2] = (byte) (0xF8 + random.nextInt(8));
        return new Call(
                call.kind(), call.method(), call.path(), call.headers(), body, call.pause());
    }

    private Call slow(Call call) {
        return new Call(
                call.kind(),
                call.method(),
                call.path(),
                call.headers(),
                call.body(),
                Duration.ofMillis(200L + random.nextInt(800)));
    }

    private static Call post(Kind kind, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = JSON;
        return call(kind, POST, CLUSTERS, body, all);
    }

    private static Call call(
            Kind kind, String method, String path, String body, String... headers) {
        return new Call(
                kind,
                method,
                path,
                List.of(headers),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ZERO);
    }
}
