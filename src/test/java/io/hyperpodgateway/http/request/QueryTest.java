package io.hyperpodgateway.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "dryRun=true, true",
        "dryRun=false, false",
        "dry%52un=tru%65, true",
        "&dryRun=true&, true"
    })
    void takesAFlag(String text, boolean value) {
        var query = new Query(text);
        assertThat(query.flag("dryRun")).contains(value);
        assertThat(query.findings()).isEmpty();
    }

    @Test
    void doesWithoutParameters() {
        var query = new Query("");
        assertThat(query.flag("dryRun")).isEmpty();
        assertThat(query.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryRun",
                "dryRun=",
                "dryRun=TRUE",
                "dryRun=1",
                "dryRun=true,true",
                "dryRun=true&dryRun=true",
                "dryRun=%zz",
                "dryrun=true",
                "other=1",
                "=true",
                "%=1"
            })
    void findsWhatIsWrong(String text) {
        var query = new Query(text);
        assertThat(query.flag("dryRun")).isEmpty();
        assertThat(query.findings())
                .singleElement()
                .matches(finding -> finding.rule().equals("query"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dryrun=true | the query's parameter \"dryrun\" is unknown here, did you mean dryRun?",
                "Limit=5     | the query's parameter \"Limit\" is unknown here, did you mean limit?",
                "verbose=1   | the query's parameter \"verbose\" is unknown here, allowed: dryRun, limit",
            })
    void saysWhatIsAllowed(String text, String message) {
        var query = new Query(text);
        query.flag("dryRun");
        query.value("limit", "", Optional::of);

        assertThat(query.findings()).extracting(Finding::message).containsExactly(message);
    }

    @Test
    void saysThatNothingIsAllowed() {
        assertThat(new Query("verbose=1").findings())
                .extracting(Finding::message)
                .containsExactly(
                        "the query's parameter \"verbose\" is unknown here, allowed: nothing");
    }

    @Test
    void quotesNoHalfOfACharacter() {
        var query = new Query("x" + "%F0%9F%98%80".repeat(80));
        assertThat(query.findings().getFirst().message())
                .contains("x" + "\ud83d\ude00".repeat(59) + "…");
    }

    @Test
    void quotesNothingThatATerminalObeys() {
        var query = new Query("a%1B%5B1m=%E2%80%AE");
        assertThat(query.findings().getFirst().message()).contains("a\\u001b[1m");
    }

    @Test
    void findsEverythingAtOnce() {
        var query = new Query("dryRun=maybe&a=1&b=2&c=%x");
        assertThat(query.flag("dryRun")).isEmpty();
        assertThat(query.findings()).hasSize(4);
    }
}
