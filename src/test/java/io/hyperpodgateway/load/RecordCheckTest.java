package io.hyperpodgateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class RecordCheckTest {

    private static final String ID = "r-00000000000000000000000000000001";
    private static final String OTHER_ID = "r-00000000000000000000000000000002";
    private static final RecordedEvent INTENDED = RecordedEvent.INTENDED;
    private static final RecordedEvent COMPLETED = new RecordedEvent("COMPLETED", 201);
    private static final RecordedEvent RESOLVED = new RecordedEvent("RESOLVED", 201);
    private static final RecordedEvent REFUSED = new RecordedEvent("REFUSED", 403);

    private final Map<String, List<RecordedEvent>> events = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<GatewayLog.Alone> alone = new ArrayList<>();

    @Test
    void findsNothingWhereEachAnswerIsInTheRecordOnce() {
        events.put(ID, List.of(INTENDED, COMPLETED));
        events.put(OTHER_ID, List.of(REFUSED));

        List<LoadExchange> outcomes =
                List.of(
                        created(),
                        answered(RequestKind.REPLAY, ID),
                        answered(RequestKind.AGAINST_POLICY, OTHER_ID),
                        answered(RequestKind.READ_POLICY, "r-00000000000000000000000000000003"));

        assertThat(check().mistakes(outcomes)).isEmpty();
        assertThat(check().inLog(outcomes)).isZero();
    }

    @Test
    void findsAnEventThatIsLost() {
        assertThat(check().mistakes(List.of(created()))).hasSize(1);

        events.put(ID, List.of(INTENDED));
        assertThat(check().mistakes(List.of(created()))).hasSize(1);

        events.put(ID, List.of(COMPLETED));
        assertThat(check().mistakes(List.of(created()))).hasSize(1);

        assertThat(mistakes(answered(RequestKind.AGAINST_POLICY, OTHER_ID), List.of())).hasSize(1);
    }

    @Test
    void findsAnOutcomeThatIsMissingFromRecordAndLogThoughTheIntentIsOpen() {
        open.add(ID);

        assertThat(mistakes(created(), List.of(INTENDED))).hasSize(1);
    }

    @Test
    void findsAnEventThatOccursTwice() {
        assertThat(mistakes(created(), List.of(INTENDED, COMPLETED, COMPLETED))).hasSize(1);
        assertThat(mistakes(created(), List.of(INTENDED, INTENDED, COMPLETED))).hasSize(1);
        assertThat(mistakes(created(), List.of(INTENDED, COMPLETED, RESOLVED))).hasSize(1);
    }

    @Test
    void findsTwoAnswersWithOneId() {
        events.put(ID, List.of(INTENDED, COMPLETED));

        assertThat(check().mistakes(List.of(created(), created()))).hasSize(1);
    }

    @Test
    void findsAReplayOfWhatWasNeverAnswered() {
        assertThat(check().mistakes(List.of(answered(RequestKind.REPLAY, ID)))).hasSize(1);
    }

    @Test
    void findsAnotherStatusThanTheAnswers() {
        assertThat(mistakes(created(), List.of(INTENDED, new RecordedEvent("COMPLETED", 409))))
                .hasSize(1);
    }

    @Test
    void findsAnIntentThatIsOpenAndComplete() {
        open.add(ID);

        assertThat(mistakes(created(), List.of(INTENDED, COMPLETED))).hasSize(1);
    }

    @Test
    void findsWhatNobodyAskedFor() {
        events.put(OTHER_ID, List.of(REFUSED));
        assertThat(check().mistakes(List.of())).hasSize(1);

        events.clear();
        open.add(OTHER_ID);
        assertThat(check().mistakes(List.of())).hasSize(1);

        open.clear();
        alone(OTHER_ID, REFUSED);
        assertThat(check().mistakes(List.of())).hasSize(1);
    }

    @Test
    void countsAnOutcomeThatIsInTheLogWhileItsIntentIsOpen() {
        events.put(ID, List.of(INTENDED));
        open.add(ID);
        alone(ID, COMPLETED);

        assertThat(check().mistakes(List.of(created()))).isEmpty();
        assertThat(check().inLog(List.of(created()))).isEqualTo(1);
    }

    @Test
    void takesAnOutcomeThatWasWrittenThoughTheLogHasItToo() {
        events.put(ID, List.of(INTENDED, COMPLETED));
        alone(ID, COMPLETED);

        assertThat(check().mistakes(List.of(created()))).isEmpty();
        assertThat(check().inLog(List.of(created()))).isZero();
    }

    @Test
    void findsAnOutcomeInTheLogWhoseIntentIsNotOpen() {
        alone(ID, COMPLETED);

        assertThat(mistakes(created(), List.of(INTENDED))).hasSize(1);
        assertThat(mistakes(created(), List.of())).hasSize(1);
    }

    @Test
    void findsAnotherOutcomeInTheLogThanTheAnswers() {
        open.add(ID);
        alone(ID, new RecordedEvent("COMPLETED", 409));

        assertThat(mistakes(created(), List.of(INTENDED))).hasSize(1);
    }

    @Test
    void findsAnOutcomeThatIsInTheLogTwice() {
        open.add(ID);
        alone(ID, COMPLETED);
        alone(ID, COMPLETED);

        assertThat(mistakes(created(), List.of(INTENDED))).hasSize(1);
    }

    @Test
    void takesARefusalThatIsInTheLog() {
        alone(OTHER_ID, REFUSED);

        List<LoadExchange> outcomes = List.of(answered(RequestKind.AGAINST_POLICY, OTHER_ID));
        assertThat(check().mistakes(outcomes)).isEmpty();
        assertThat(check().inLog(outcomes)).isEqualTo(1);
    }

    @Test
    void takesAnOutcomeThatWasSettledSinceToWhatWasAnswered() {
        alone(ID, COMPLETED);

        assertThat(mistakes(created(), List.of(INTENDED, RESOLVED))).isEmpty();
        assertThat(mistakes(created(), List.of(INTENDED, new RecordedEvent("RESOLVED", 503))))
                .hasSize(1);
    }

    @Test
    void takesAnIntentThatWasRefusedAndMayExistAllTheSameIfItIsOpen() {
        alone(ID, INTENDED);
        LoadExchange late = late(503, "audit-unavailable");

        assertThat(mistakes(late, List.of())).isEmpty();
        assertThat(mistakes(late, List.of(INTENDED))).hasSize(1);
        open.add(ID);
        assertThat(mistakes(late, List.of(INTENDED))).isEmpty();
        assertThat(mistakes(late, List.of(INTENDED, COMPLETED))).hasSize(1);
        assertThat(mistakes(created(), List.of(INTENDED))).hasSize(1);
    }

    @Test
    void wantsTheIntentOpenWhereTheOutcomeIsUnknown() {
        LoadExchange late = late(504, "outcome-unknown");

        assertThat(mistakes(late, List.of(INTENDED))).hasSize(1);
        assertThat(mistakes(late, List.of())).hasSize(1);
        assertThat(mistakes(late, List.of(INTENDED, RESOLVED))).isEmpty();
        open.add(ID);
        assertThat(mistakes(late, List.of(INTENDED))).isEmpty();
    }

    @Test
    void wantsEveryOtherLateAnswerRecorded() {
        assertThat(mistakes(late(409, "request-in-progress"), List.of())).hasSize(1);
        assertThat(
                        mistakes(
                                late(409, "request-in-progress"),
                                List.of(new RecordedEvent("REFUSED", 409))))
                .isEmpty();
        assertThat(mistakes(late(503, "sagemaker-unavailable"), List.of(INTENDED))).hasSize(1);
    }

    private List<String> mistakes(LoadExchange loadExchange, List<RecordedEvent> written) {
        events.clear();
        if (!written.isEmpty()) events.put(loadExchange.wireAnswer().requestId(), written);
        return check().mistakes(List.of(loadExchange));
    }

    private RecordCheck check() {
        return new RecordCheck(new WrittenRecord(events, open), new GatewayLog(alone));
    }

    private void alone(String requestId, RecordedEvent event) {
        alone.add(new GatewayLog.Alone(requestId, event, Optional.empty()));
    }

    private static LoadExchange created() {
        return answered(RequestKind.CREATED, ID);
    }

    private static LoadExchange answered(RequestKind requestKind, String requestId) {
        var wireAnswer =
                new WireAnswer(requestKind.status(), Map.of("x-request-id", requestId), "{}", 1);
        return new LoadExchange(call(requestKind), wireAnswer);
    }

    private static LoadExchange late(int status, String problem) {
        var headers = Map.of("x-request-id", ID, "retry-after", "5");
        String body = "{\"type\": \"urn:hyperpod-gateway:problem:%s\"}".formatted(problem);
        return new LoadExchange(
                call(RequestKind.CREATED), new WireAnswer(status, headers, body, 1));
    }

    private static WireRequest call(RequestKind requestKind) {
        return new WireRequest(
                requestKind, "POST", "/clusters", List.of(), new byte[0], Duration.ZERO);
    }
}
