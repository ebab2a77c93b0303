package io.hyperpodgateway.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;

import io.hyperpodgateway.policy.check.Place;

import java.time.Duration;
import java.time.Instant;

/// Lambda's context of one invocation.
///
/// @param requestId Lambda's id of the invocation
/// @param deadline when Lambda would end it
/// @param place the account and the Region in the function's ARN
record LocalContext(String requestId, Instant deadline, Place place) implements Context {

    private static final String NAME = "hyperpod-gateway";

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + NAME;
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return NAME;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:%s:%s:function:%s"
                .formatted(place.region(), place.accountId(), NAME);
    }

    /// Null, as for all callers except mobile apps.
    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    /// Null, as for all callers except mobile apps.
    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
        return LambdaRuntime.getLogger();
    }
}
