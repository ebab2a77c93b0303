package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.fixes;
import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredNodeRecoveryTest {

    private static final RequiredNodeRecovery CHECK = new RequiredNodeRecovery();

    @Test
    void requiresAutomatic() {
        assertThat(places(CHECK, forDocument("{'NodeRecovery': 'Automatic'}"))).isEmpty();
        assertThat(places(CHECK, forDocument("{'NodeRecovery': 'automatic'}")))
                .containsExactly("/NodeRecovery");
        assertThat(places(CHECK, forDocument("{'NodeRecovery': 'None'}")))
                .containsExactly("/NodeRecovery");
    }

    @Test
    void requiresItInTheRequest() {
        assertThat(places(CHECK, forDocument("{}"))).containsExactly("/NodeRecovery");
    }

    @Test
    void mendsIt() {
        assertThat(fixes(CHECK, forDocument("{}")))
                .containsExactly(
                        "{\"op\":\"add\",\"path\":\"/NodeRecovery\",\"value\":\"Automatic\"}");
        assertThat(fixes(CHECK, forDocument("{'NodeRecovery': 'None'}")))
                .containsExactly(
                        "{\"op\":\"replace\",\"path\":\"/NodeRecovery\",\"value\":\"Automatic\"}");
    }

    @Test
    void namesWhatIsAllowed() {
        assertThat(messages(CHECK, forDocument("{'NodeRecovery': 'None'}")))
                .containsExactly("None is not allowed; it has to be Automatic");
        assertThat(messages(CHECK, forDocument("{}")))
                .containsExactly("NodeRecovery is left out; it has to be Automatic");
    }
}
