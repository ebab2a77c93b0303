package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.LocalPrincipal.Nobody;
import io.hyperpodgateway.local.LocalPrincipal.Somebody;
import io.hyperpodgateway.local.LocalPrincipal.Unreadable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPrincipalTest {

    private static final String ACCOUNT = "111122223333";

    @Test
    void knowsAUser() {
        JsonObject iam = iam("arn:aws:iam::111122223333:user/div/jo");

        assertThat(iam.text("userArn")).hasValue("arn:aws:iam::111122223333:user/div/jo");
        assertThat(iam.text("accountId")).hasValue(ACCOUNT);
        assertThat(iam.text("userId"))
                .hasValueSatisfying(id -> assertThat(id).matches("AIDA[A-Z0-9]{17}"));
        assertThat(iam.text("callerId")).isEqualTo(iam.text("userId"));
    }

    @Test
    void makesARoleASessionNamedLocalWithoutThePath() {
        JsonObject iam = iam("arn:aws:iam::111122223333:role/teams/ml-research");

        assertThat(iam.text("userArn"))
                .hasValue("arn:aws:sts::111122223333:assumed-role/ml-research/local");
        assertThat(iam.text("callerId"))
                .hasValueSatisfying(id -> assertThat(id).matches("AROA[A-Z0-9]{17}:local"));
    }

    @Test
    void sessionsOfOneRoleShareItsUniqueId() {
        String first = iam("arn:aws:sts::111122223333:assumed-role/ml/jo").text("userId").get();
        String second = iam("arn:aws:sts::111122223333:assumed-role/ml/al").text("userId").get();

        assertThat(first).endsWith(":jo");
        assertThat(first.split(":")[0]).isEqualTo(second.split(":")[0]);
    }

    @Test
    void knowsAFederatedUserAndTheRoot() {
        assertThat(iam("arn:aws:sts::111122223333:federated-user/jo").text("userId"))
                .hasValue("111122223333:jo");
        assertThat(iam("arn:aws:iam::111122223333:root").text("userId")).hasValue(ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt:idp.example.com/a#jo", "jwt:https://idp.example.com/a#jo"})
    void knowsATokensSubject(String value) {
        JsonObject claims = authorizer(value).object("jwt").get().object("claims").get();

        assertThat(claims.text("iss")).hasValue("https://idp.example.com/a");
        assertThat(claims.text("sub")).hasValue("jo");
    }

    @Test
    void emptyIsNobody() {
        assertThat(LocalPrincipal.of("")).isEqualTo(new Nobody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo",
                "jwt:idp.example.com",
                "jwt:#jo",
                "arn:aws:iam::1:user/jo",
                "arn:aws:iam::111122223333:group/jo",
                "arn:aws:iam::111122223333:user/",
                "arn:aws:iam::111122223333:assumed-role/ml/jo",
                "arn:aws:sts::111122223333:assumed-role/ml",
                "arn:aws:sts::111122223333:root",
                "arn:aws:s3:::bucket",
            })
    void refusesWhatHasNoKnownForm(String value) {
        assertThat(LocalPrincipal.of(value)).isInstanceOf(Unreadable.class);
    }

    private static JsonObject iam(String arn) {
        return authorizer(arn).object("iam").orElseThrow();
    }

    private static JsonObject authorizer(String value) {
        return ((Somebody) LocalPrincipal.of(value)).authorizer();
    }
}
