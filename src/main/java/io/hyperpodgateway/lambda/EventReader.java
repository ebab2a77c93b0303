package io.hyperpodgateway.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.IAM;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Reads an HTTP API event, payload format 2.0, token by token: binding it by reflection costs a
/// cold start hundreds of milliseconds. Missing parts stay null in AWS's event, unknown parts are
/// skipped.
///
/// @see <a
///   href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">the
///   payload format</a>
final class EventReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private EventReader(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws JacksonException if the stream is not one JSON object
    static APIGatewayV2HTTPEvent read(InputStream stream) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
            var event = new APIGatewayV2HTTPEvent();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JacksonException("the event is not a JSON object") {
                    private static final long serialVersionUID = 1L;
                };
            }
            new EventReader(parser).readInto(event);
            return event;
        }
    }

    private void readInto(APIGatewayV2HTTPEvent event) {
        members(name -> {
            switch (name) {
                case "version" -> text(event::setVersion);
                case "routeKey" -> text(event::setRouteKey);
                case "rawPath" -> text(event::setRawPath);
                case "rawQueryString" -> text(event::setRawQueryString);
                case "headers" -> texts(event::setHeaders);
                case "queryStringParameters" -> texts(event::setQueryStringParameters);
                case "body" -> text(event::setBody);
                case "isBase64Encoded" ->
                        event.setIsBase64Encoded(parser.currentToken() == JsonToken.VALUE_TRUE);
                case "requestContext" -> event.setRequestContext(context());
                default -> parser.skipChildren();
            }
        });
    }

    private RequestContext context() {
        var context = new RequestContext();
        members(name -> {
            switch (name) {
                case "accountId" -> text(context::setAccountId);
                case "apiId" -> text(context::setApiId);
                case "stage" -> text(context::setStage);
                case "requestId" -> text(context::setRequestId);
                case "http" -> context.setHttp(http());
                case "authorizer" -> context.setAuthorizer(authorizer());
                default -> parser.skipChildren();
            }
        });
        return context;
    }

    private Http http() {
        var http = new Http();
        members(name -> {
            switch (name) {
                case "method" -> text(http::setMethod);
                case "path" -> text(http::setPath);
                case "sourceIp" -> text(http::setSourceIp);
                case "userAgent" -> text(http::setUserAgent);
                default -> parser.skipChildren();
            }
        });
        return http;
    }

    private Authorizer authorizer() {
        var authorizer = new Authorizer();
        members(name -> {
            switch (name) {
                case "iam" -> authorizer.setIam(iam());
                case "jwt" -> authorizer.setJwt(jwt());
                default -> parser.skipChildren();
            }
        });
        return authorizer;
    }

    private IAM iam() {
        var iam = new IAM();
        members(name -> {
            switch (name) {
                case "accountId" -> text(iam::setAccountId);
                case "callerId" -> text(iam::setCallerId);
                case "userArn" -> text(iam::setUserArn);
                case "userId" -> text(iam::setUserId);
                default -> parser.skipChildren();
            }
        });
        return iam;
    }

    private JWT jwt() {
        var jwt = new JWT();
        members(name -> {
            if (name.equals("claims")) {
                texts(jwt::setClaims);
            } else {
                parser.skipChildren();
            }
        });
        return jwt;
    }

    /// Passes on the members of the parser's current object. Anything but an object has none, and a
    /// null member counts as missing: an identity of null is not a second identity.
    private void members(Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) member.accept(name);
        }
    }

    private void text(Consumer<String> field) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            field.accept(parser.getString());
        } else {
            parser.skipChildren();
        }
    }

    private void texts(Consumer<Map<String, String>> field) {
        var texts = new LinkedHashMap<String, String>();
        members(name -> text(value -> texts.put(name, value)));
        field.accept(texts);
    }
}
