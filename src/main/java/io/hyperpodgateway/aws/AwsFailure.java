package io.hyperpodgateway.aws;

import io.hyperpodgateway.aws.GatewayCredentials.MissingCredentialsException;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A failed call of any AWS service.
///
/// @param cause the exception of the SDK
/// @param status the answer's HTTP status; empty if no answer was read
/// @param code the answer's error code
/// @param message the answer's message
/// @param awsRequestId AWS's id of the call
public record AwsFailure(
        RuntimeException cause,
        Optional<Integer> status,
        Optional<String> code,
        Optional<String> message,
        Optional<String> awsRequestId) {

    private static final Set<String> DENIALS =
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "NotAuthorized",
                    "UnauthorizedOperation");

    /// Errors of the signature or the session. Their messages may quote what was signed, including
    /// the token, and are never shown.
    private static final Set<String> BAD_CREDENTIALS =
            Set.of(
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "IncompleteSignatureException",
                    "InvalidAccessKeyId",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException",
                    "OptInRequired",
                    "RequestExpired",
                    "SignatureDoesNotMatch",
                    "UnrecognizedClientException");

    private static final Pattern DENIED_ACTION =
            Pattern.compile("not authorized to perform:? ([a-z0-9-]{1,40}:[A-Za-z]{1,60})");

    public static AwsFailure of(RuntimeException failure) {
        if (!(failure instanceof AwsServiceException answer)) {
            return new AwsFailure(
                    failure,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
        return new AwsFailure(
                failure,
                Optional.of(answer.statusCode()),
                details.map(AwsErrorDetails::errorCode).filter(code -> !code.isBlank()),
                details.map(AwsErrorDetails::errorMessage).filter(text -> !text.isBlank()),
                Optional.ofNullable(answer.requestId()));
    }

    /// Whether AWS rejected the gateway's own role or signature, or there are no credentials.
    public boolean isOurOwn() {
        return code.filter(c -> DENIALS.contains(c) || BAD_CREDENTIALS.contains(c)).isPresent()
                || hasNoCredentials();
    }

    /// What happened, without credentials.
    public String toMessage() {
        if (hasNoCredentials()) return "the gateway has no credentials";
        if (code.isEmpty()) return status.map(s -> "HTTP status " + s).orElseGet(this::thrown);
        return message.filter(_ -> !BAD_CREDENTIALS.contains(code.get()))
                .map(text -> code.get() + ": " + text)
                .orElseGet(code::get);
    }

    /// The same for the log. AWS's messages may quote what was sent, so only the denied action is
    /// kept.
    public String toLogText() {
        if (hasNoCredentials() || code.isEmpty()) return toMessage();
        return code.get()
                + message.map(DENIED_ACTION::matcher)
                        .filter(Matcher::find)
                        .map(action -> ", the gateway's role may not " + action.group(1))
                        .orElse("");
    }

    private boolean hasNoCredentials() {
        return Stream.<Throwable>iterate(cause, c -> c != null, Throwable::getCause)
                .limit(20)
                .anyMatch(MissingCredentialsException.class::isInstance);
    }

    /// Type and message of the innermost cause, which is from the JDK or the SDK's time limits.
    private String thrown() {
        Throwable innermost = cause;
        for (int depth = 0; depth < 20 && innermost.getCause() != null; depth++) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }
}
