package io.hyperpodgateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class IdentityReaderTest {

    private static final Optional<String> ACCOUNT = Optional.of("111122223333");

    @Test
    void knowsAUserByTheirWholeArn() {
        assertThat(signature("arn:aws:iam::111122223333:user/team/jo", "AIDAUSER"))
                .isEqualTo(
                        new IamUser(
                                "arn:aws:iam::111122223333:user/team/jo",
                                "AIDAUSER",
                                "111122223333"));
    }

    @Test
    void knowsASessionByItsRole() {
        Identity identity =
                signature("arn:aws:sts::111122223333:assumed-role/ml-research/jo", "AROAROLE:jo");
        assertThat(identity)
                .isEqualTo(
                        new AssumedRole(
                                "arn:aws:iam::111122223333:role/ml-research",
                                "AROAROLE",
                                "111122223333",
                                "jo"));
        assertThat(((Caller) identity).sessionName()).contains("jo");
    }

    @Test
    void keepsThePartition() {
        Identity identity =
                signature("arn:aws-cn:sts::111122223333:assumed-role/ml/jo", "AROAROLE:jo");
        assertThat(((Caller) identity).principal())
                .isEqualTo("arn:aws-cn:iam::111122223333:role/ml");
    }

    @Test
    void takesSessionsOfOneRoleForOneCaller() {
        Caller one = (Caller) signature("arn:aws:sts::111122223333:assumed-role/ml/a", "AROA:a");
        Caller other = (Caller) signature("arn:aws:sts::111122223333:assumed-role/ml/b", "AROA:b");
        assertThat(one.principal()).isEqualTo(other.principal());
        assertThat(one.principalId()).isEqualTo(other.principalId());
    }

    @Test
    void keepsTheArnsOfAFederatedUserAndTheRoot() {
        assertThat(signature("arn:aws:sts::111122223333:federated-user/jo", "111122223333:jo"))
                .isEqualTo(
                        new FederatedUser(
                                "arn:aws:sts::111122223333:federated-user/jo",
                                "111122223333:jo",
                                "111122223333"));
        assertThat(signature("arn:aws:iam::111122223333:root", "111122223333"))
                .isEqualTo(
                        new AccountRoot(
                                "arn:aws:iam::111122223333:root", "111122223333", "111122223333"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "jo",
                "arn:aws:iam::111122223333:role/ml",
                "arn:aws:iam::111122223333:user/",
                "arn:aws:iam::111122223333:group/ml",
                "arn:aws:iam::11112222333:user/jo",
                "arn:aws:iam::11112222333x:user/jo",
                "arn:aws:sts::111122223333:assumed-role/ml",
                "arn:aws:sts::111122223333:assumed-role/ml/",
                "arn:aws:sts::111122223333:assumed-role//jo",
                "arn:aws:sts::111122223333:assumed-role/path/ml/jo",
                "arn:aws:sts::111122223333:federated-user/",
                "arn:aws:s3:::bucket",
                "arn:aws:iam::111122223333:user/jo\n"
            })
    void takesWhatItDoesNotUnderstandForNobody(String arn) {
        assertThat(IdentityReader.ofSignature(Optional.ofNullable(arn), Optional.of("AIDA")))
                .isInstanceOf(Unidentified.class);
    }

    @Test
    void doesWithoutAUniqueId() {
        Identity identity =
                IdentityReader.ofSignature(
                        Optional.of("arn:aws:iam::111122223333:user/jo"), Optional.empty());
        assertThat(((Caller) identity).principalId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://idp.example.com/ml, jo, jwt:idp.example.com/ml#jo",
        "idp.example.com, jo#x:y, jwt:idp.example.com#jo#x:y",
        "http://idp.example.com, jo, jwt:http://idp.example.com#jo"
    })
    void knowsASubjectByIssuerAndSubject(String issuer, String subject, String principal) {
        assertThat(IdentityReader.ofToken(Optional.of(issuer), Optional.of(subject), ACCOUNT))
                .isEqualTo(new TokenSubject(principal, subject, "111122223333"));
    }

    @Test
    void takesATokenThatIsNotWholeForNobody() {
        Optional<String> some = Optional.of("some");
        assertThat(IdentityReader.ofToken(Optional.empty(), some, ACCOUNT))
                .isInstanceOf(Unidentified.class);
        assertThat(IdentityReader.ofToken(some, Optional.empty(), ACCOUNT))
                .isInstanceOf(Unidentified.class);
        assertThat(IdentityReader.ofToken(some, Optional.of(""), ACCOUNT))
                .isInstanceOf(Unidentified.class);
        assertThat(IdentityReader.ofToken(some, some, Optional.empty()))
                .isInstanceOf(Unidentified.class);
        assertThat(IdentityReader.ofToken(Optional.of("a#b"), some, ACCOUNT))
                .isInstanceOf(Unidentified.class);
    }

    @Test
    void boundsTheLengthOfAPrincipal() {
        Optional<String> issuer = Optional.of("i");
        String longest = "s".repeat(IdentityReader.MAX_PRINCIPAL - "jwt:i#".length());
        assertThat(IdentityReader.ofToken(issuer, Optional.of(longest), ACCOUNT))
                .isInstanceOf(TokenSubject.class);
        assertThat(IdentityReader.ofToken(issuer, Optional.of(longest + "s"), ACCOUNT))
                .isInstanceOf(Unidentified.class);
        String inUtf8 = "統".repeat((IdentityReader.MAX_PRINCIPAL - "jwt:i#".length()) / 3);
        assertThat(IdentityReader.ofToken(issuer, Optional.of(inUtf8), ACCOUNT))
                .isInstanceOf(TokenSubject.class);
        assertThat(IdentityReader.ofToken(issuer, Optional.of(inUtf8 + "統"), ACCOUNT))
                .isInstanceOf(Unidentified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo\ud83d", "\ude00jo", "jo\u0000", "jo\u0085"})
    void takesASubjectThatTheRecordCannotHoldForNobody(String subject) {
        assertThat(IdentityReader.ofToken(Optional.of("i"), Optional.of(subject), ACCOUNT))
                .isInstanceOf(Unidentified.class);
    }

    @Test
    void takesASubjectOfAnyLanguage() {
        assertThat(IdentityReader.ofToken(Optional.of("i"), Optional.of("jö\ud83d\ude00"), ACCOUNT))
                .isInstanceOf(TokenSubject.class);
    }

    private static Identity signature(String arn, String id) {
        return IdentityReader.ofSignature(Optional.of(arn), Optional.of(id));
    }
}
