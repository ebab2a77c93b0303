package io.hyperpodgateway.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// One caller: its next request depends on a seed and on earlier answers.
final class LoadClient {

    private static final String POST = "POST";
    private static final String CLUSTERS = "/clusters";
    private static final String JSON = "Content-Type: application/json";
    private static final int SHARES = RequestKind.ALL.stream().mapToInt(RequestKind::share).sum();
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

    /// A cluster that this caller created.
    record Created(String clusterName, String key, String requestId) {}

    LoadClient(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    WireRequest next() {
        RequestKind requestKind = kind();
        if (requestKind.needsOneBefore() && created.isEmpty()) requestKind = RequestKind.CREATED;
        return switch (requestKind) {
            case CREATED ->
                    post(requestKind, good(newName()), "Idempotency-Key: " + name + "-" + made);
            case SLOW_SENDER -> slow(post(requestKind, good(newName())));
            case REPLAY -> again(requestKind, 2);
            case KEY_REUSED -> again(requestKind, 3);
            case NAME_TAKEN -> post(requestKind, good(one().clusterName()));
            case DRY_RUN ->
                    call(requestKind, POST, CLUSTERS + "?dryRun=true", good("rehearsed"), JSON);
            case AGAINST_POLICY -> post(requestKind, good(newName()).replace("ml.c5", "ml.p5.48"));
            case AGAINST_SPECIFICATION ->
                    post(
                            requestKind,
                            good("under_score").replace("InstanceCount", "InstanceCuont"));
            case BROKEN_JSON -> post(requestKind, broken(good(newName())));
            case NOT_UTF_8 -> spoilt(post(requestKind, good(newName())));
            case TOO_DEEP ->
                    post(requestKind, "{\"a\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP));
            case TOO_LARGE -> post(requestKind, good(newName()) + " ".repeat(TOO_LARGE));
            case WRONG_MEDIA_TYPE ->
                    call(requestKind, POST, CLUSTERS, good(newName()), "Content-Type: text/plain");
            case UNKNOWN_QUERY ->
                    call(requestKind, POST, CLUSTERS + "?dry=true", good(newName()), JSON);
            case NOBODY ->
                    call(requestKind, POST, CLUSTERS, good(newName()), JSON, "X-Local-Principal:");
            case NO_SUCH_PATH -> call(requestKind, "GET", "/no/such/path", "");
            case WRONG_METHOD -> call(requestKind, "DELETE", CLUSTERS, "");
            case READ_POLICY -> call(requestKind, "GET", "/policy", "");
            case READ_HEALTH -> call(requestKind, "GET", "/health", "");
            case READ_REQUEST -> call(requestKind, "GET", "/requests/" + one().requestId(), "");
            case READ_CLUSTER, READ_UNSETTLED ->
                    call(requestKind, "GET", CLUSTERS + "/" + one().clusterName(), "");
        };
    }

    void received(WireRequest wireRequest, WireAnswer wireAnswer) {
        if (wireRequest.requestKind() == RequestKind.CREATED
                && wireAnswer.status() == wireRequest.requestKind().status())
            created.add(new Created(clusterName(), name + "-" + made, wireAnswer.requestId()));
    }

    private RequestKind kind() {
        int left = random.nextInt(SHARES);
        for (RequestKind requestKind : RequestKind.ALL) {
            left -= requestKind.share();
            if (left < 0) return requestKind;
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

    /// A request with an earlier key and that many instances: 2 is the same request.
    private WireRequest again(RequestKind requestKind, int instances) {
        Created before = one();
        return post(
                requestKind,
                GOOD.formatted(before.clusterName(), instances),
                "Idempotency-Key: " + before.key());
    }

    /// Truncated, or with one additional character.
    private String broken(String good) {
        int place = 1 + random.nextInt(good.length() - 2);
        return random.nextBoolean() ? good.substring(0, place) : good + "}";
    }

    private WireRequest spoilt(WireRequest wireRequest) {
        byte[] body = wireRequest.body().clone();
        body[body.length / 2] = (byte) (0xF8 + random.nextInt(8));
        return new WireRequest(
                wireRequest.requestKind(),
                wireRequest.method(),
                wireRequest.path(),
                wireRequest.headers(),
                body,
                wireRequest.pause());
    }

    private WireRequest slow(WireRequest wireRequest) {
        return new WireRequest(
                wireRequest.requestKind(),
                wireRequest.method(),
                wireRequest.path(),
                wireRequest.headers(),
                wireRequest.body(),
                Duration.ofMillis(200L + random.nextInt(800)));
    }

    private static WireRequest post(RequestKind requestKind, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = JSON;
        return call(requestKind, POST, CLUSTERS, body, all);
    }

    private static WireRequest call(
            RequestKind requestKind, String method, String path, String body, String... headers) {
        return new WireRequest(
                requestKind,
                method,
                path,
                List.of(headers),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ZERO);
    }
}
