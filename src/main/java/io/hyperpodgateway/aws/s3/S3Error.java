package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.aws.SignedHttp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Errors of S3.
final class S3Error {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,60})</Code>");

    private S3Error() {}

    /// Status and code; no message, which may quote what was signed.
    static String message(SignedHttp.AwsResponse answer) {
        Matcher code = CODE.matcher(answer.body());
        return code.find()
                ? "HTTP status %d, %s".formatted(answer.status(), code.group(1))
                : "HTTP status " + answer.status();
    }
}
