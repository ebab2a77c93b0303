package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.RunningGateway.LocalAnswer;
import io.hyperpodgateway.local.sagemaker.StandInFault;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Reads the record over HTTP while others write.
@Timeout(120)
class RequestListIT {

    private static final String READER = "arn:aws:sts::000000000000:assumed-role/ml-reader/jo";
    private static final String WATCHER = "arn:aws:sts::000000000000:assumed-role/ml-watcher/jo";
    private static final String BUSY = "arn:aws:sts::000000000000:assumed-role/ml-busy/jo";

    @AutoClose private static final RunningGateway gateway = new RunningGateway();

    @BeforeEach
    void begin() {
        gateway.sageMaker().reset();
    }

    @Test
    void listsWhatCameOfEachRequest() {
        LocalAnswer made = gateway.post(READER, "listed-1", RunningGateway.body("listed"));
        LocalAnswer taken = gateway.post(READER, "listed-2", RunningGateway.body("listed"));
        gateway.sageMaker().inject(StandInOperation.CREATE_CLUSTER, StandInFault.failing());
        LocalAnswer open = gateway.post(READER, "listed-3", RunningGateway.body("listed-open"));
        LocalAnswer refused = gateway.post(READER, "listed-4", "{}");

        List<JsonObject> requests = requests(gateway.get(READER, "/requests"));

        assertThat(requests)
                .extracting(it -> it.text("requestId").orElseThrow())
                .containsExactly(
                        refused.requestId(), open.requestId(), taken.requestId(), made.requestId());
        assertThat(requests)
                .extracting(it -> it.text("outcome").orElseThrow())
                .containsExactly("invalid-request", "open", "cluster-exists", "created");
        assertThat(requests)
                .extracting(it -> it.text("type").orElseThrow())
                .containsExactly("REFUSED", "INTENDED", "COMPLETED", "COMPLETED");
        assertThat(requests.getLast().get("clusterArn")).contains(Json.of(made.arn()));
        assertThat(requests(gateway.get(READER, "/requests?outcome=open&cluster=listed-open")))
                .hasSize(1);
        assertThat(requests(gateway.get(RunningGateway.OTHER_ROLE, "/requests"))).isEmpty();
    }

    @Test
    void pagesOnWhileOthersWrite() {
        var before = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            before.add(gateway.post(BUSY, "busy-" + i, "{}").requestId());
        }
        var meanwhile = new ConcurrentLinkedQueue<String>();
        var paging = new AtomicBoolean(true);
        var listed = new ArrayList<String>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> {
                    while (paging.get())
                        meanwhile.add(gateway.post(BUSY, "meanwhile", "{}").requestId());
                });
            }
            try {
                Optional<String> next = Optional.empty();
                do {
                    String query = "limit=3" + next.map(token -> "&next=" + token).orElse("");
                    LocalAnswer page = gateway.get(BUSY, "/requests?" + query);
                    assertThat(page.status()).isEqualTo(200);
                    requests(page).forEach(it -> listed.add(it.text("requestId").orElseThrow()));
                    next = page.body().text("next");
                } while (next.isPresent());
            } finally {
                paging.set(false);
            }
        }

        assertThat(meanwhile).isNotEmpty();
        assertThat(listed).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void showsTheStateOfARequest() {
        LocalAnswer made = gateway.post(WATCHER, "state-1", RunningGateway.body("state"));
        gateway.sageMaker()
                .injectAlways(StandInOperation.DESCRIBE_CLUSTER, StandInFault.throttling());

        JsonObject history = gateway.get(WATCHER, "/requests/" + made.requestId()).body();

        assertThat(history.text("outcome")).contains("created");
        assertThat(history.items("events")).hasSize(2);
        assertThat(status(history)).contains("unknown");
        gateway.sageMaker().reset();
        JsonObject later = gateway.get(WATCHER, "/requests/" + made.requestId()).body();
        assertThat(status(later)).contains("gone");
    }

    private static Optional<String> status(JsonObject history) {
        return history.object("state")
                .flatMap(state -> state.object("cluster"))
                .flatMap(cluster -> cluster.text("status"));
    }

    private static List<JsonObject> requests(LocalAnswer received) {
        return received.body().items("requests").stream().map(JsonObject.class::cast).toList();
    }
}
