package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.net.ConnectException;

class AwsFailureTest {

    @Test
    void logsNoMessageOfAws() {
        AwsFailure failure = failure("ValidationException", "the value hush is not allowed");

        assertThat(failure.toMessage()).contains("hush");
        assertThat(failure.toLogText()).isEqualTo("ValidationException");
    }

    @Test
    void logsWhichActionWasDeniedAndNotOnWhat() {
        AwsFailure failure =
                failure(
                        "AccessDeniedException",
                        "User: arn:aws:sts::111122223333:assumed-role/g/f is not authorized to"
                                + " perform: sagemaker:DescribeCluster on resource:"
                                + " arn:aws:sagemaker:x:1:cluster/hush");

        assertThat(failure.toLogText())
                .isEqualTo(
                        "AccessDeniedException, the gateway's role may not"
                                + " sagemaker:DescribeCluster");
    }

    @Test
    void logsWhyAwsWasNotReached() {
        var thrown = new IllegalStateException(new ConnectException("Connection refused"));

        assertThat(AwsFailure.of(thrown).toLogText())
                .isEqualTo("ConnectException: Connection refused");
    }

    private static AwsFailure failure(String code, String message) {
        return AwsFailure.of(
                AwsServiceException.builder()
                        .statusCode(400)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .errorCode(code)
                                        .errorMessage(message)
                                        .build())
                        .build());
    }
}
