package io.hyperpodgateway.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;

import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.IdentityReader;
import io.hyperpodgateway.identity.Unidentified;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Converts events to requests.
final class HttpRequests {

    /// Invalid in UTF-8; replaces a body that has no valid encoding, so that it is refused as such.
    private static final byte[] NOT_UTF_8 = {(byte) 0xFF};

    private static final int ARN_ACCOUNT = 4;

    private HttpRequests() {}

    /// The request of an event. Missing parts are empty.
    static HttpRequest of(APIGatewayV2HTTPEvent event, Context context) {
        Optional<RequestContext> requestContext = Optional.ofNullable(event.getRequestContext());
        Optional<Http> http = requestContext.map(RequestContext::getHttp);
        Optional<String> account =
                requestContext.map(RequestContext::getAccountId).or(() -> account(context));
        return new HttpRequest(
                http.map(Http::getMethod).orElse(""),
                Optional.ofNullable(event.getRawPath())
                        .or(() -> http.map(Http::getPath))
                        .orElse(""),
                query(event),
                new Headers(Optional.ofNullable(event.getHeaders()).orElse(Map.of())),
                body(event),
                identity(requestContext.map(RequestContext::getAuthorizer), account),
                new RequestSource(
                        account,
                        http.map(Http::getSourceIp),
                        http.map(Http::getUserAgent),
                        requestContext.map(RequestContext::getRequestId),
                        Optional.ofNullable(context.getAwsRequestId())),
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    }

    /// Only from the authorizer: nothing that a client sends is used as identity.
    private static Identity identity(Optional<Authorizer> authorizer, Optional<String> account) {
        Optional<RequestContext.IAM> iam = authorizer.map(Authorizer::getIam);
        Optional<Authorizer.JWT> jwt = authorizer.map(Authorizer::getJwt);
        if (iam.isPresent() && jwt.isPresent()) {
            return new Unidentified("the event carries two identities, one is expected");
        }
        if (iam.isPresent()) {
            return IdentityReader.ofSignature(
                    iam.map(RequestContext.IAM::getUserArn),
                    iam.map(RequestContext.IAM::getUserId));
        }
        if (jwt.isPresent()) {
            Optional<Map<String, String>> claims = jwt.map(Authorizer.JWT::getClaims);
            return IdentityReader.ofToken(
                    claims.map(all -> all.get("iss")), claims.map(all -> all.get("sub")), account);
        }
        return new Unidentified(
                "the request carries no identity: sign it with AWS credentials (SigV4), or bring a token");
    }

    /// The query as sent. A handwritten event may only have parsed parameters; to ignore its
    /// `dryRun` would create a cluster.
    private static String query(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRawQueryString())
                .filter(query -> !query.isEmpty())
                .or(() ->
                        Optional.ofNullable(event.getQueryStringParameters())
                                .map(HttpRequests::encoded))
                .orElse("");
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RequestBody body(APIGatewayV2HTTPEvent event) {
        Optional<String> body = Optional.ofNullable(event.getBody());
        if (body.isEmpty()) return RequestBody.EMPTY;
        return RequestBody.of(event.getIsBase64Encoded() ? decoded(body.get()) : utf8(body.get()));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return NOT_UTF_8;
        }
    }

    /// The text's bytes. A lone surrogate cannot be encoded and would silently become a question
    /// mark.
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException _) {
            return NOT_UTF_8;
        }
    }

    private static Optional<String> account(Context context) {
        return Optional.ofNullable(context.getInvokedFunctionArn())
                .map(arn -> arn.split(":"))
                .filter(parts -> parts.length > ARN_ACCOUNT)
                .map(parts -> parts[ARN_ACCOUNT]);
    }
}
