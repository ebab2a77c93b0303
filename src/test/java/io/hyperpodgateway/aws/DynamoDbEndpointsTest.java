package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;

import java.net.URI;
import java.util.concurrent.CompletionException;

/// The project's own endpoint rules for DynamoDB.
class DynamoDbEndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, false, false, dynamodb.eu-west-1.amazonaws.com",
        "eu-west-1, false, true, dynamodb.eu-west-1.api.aws",
        "us-east-2, true, false, dynamodb-fips.us-east-2.amazonaws.com",
        "us-east-2, true, true, dynamodb-fips.us-east-2.api.aws",
        "cn-north-1, false, false, dynamodb.cn-north-1.amazonaws.com.cn",
        "cn-north-1, false, true, dynamodb.cn-north-1.api.amazonwebservices.com.cn",
        "us-gov-west-1, true, false, dynamodb.us-gov-west-1.amazonaws.com",
        "us-gov-west-1, true, true, dynamodb-fips.us-gov-west-1.api.aws",
        "us-iso-east-1, false, false, dynamodb.us-iso-east-1.c2s.ic.gov",
        "eusc-de-east-1, false, false, dynamodb.eusc-de-east-1.amazonaws.eu",
        "eu-nowhere-9, false, false, dynamodb.eu-nowhere-9.amazonaws.com"
    })
    void callsWhereAwsAnswers(String region, boolean fips, boolean dualStack, String host) {
        URI endpoint =
                DynamoDbEndpointProvider.defaultProvider()
                        .resolveEndpoint(r ->
                                r.region(Region.of(region)).useFips(fips).useDualStack(dualStack))
                        .join()
                        .url();

        assertThat(endpoint).isEqualTo(URI.create("https://" + host));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void refusesToCallAnAddressOfOnesOwnByAnotherName(boolean fips, boolean dualStack) {
        var endpoint =
                DynamoDbEndpointProvider.defaultProvider()
                        .resolveEndpoint(r ->
                                r.region(Region.EU_WEST_1)
                                        .endpoint("http://127.0.0.1:8000")
                                        .useFips(fips)
                                        .useDualStack(dualStack));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(endpoint::join)
                .withCauseInstanceOf(SdkClientException.class);
    }
}
