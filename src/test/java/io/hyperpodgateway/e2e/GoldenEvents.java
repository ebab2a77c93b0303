package io.hyperpodgateway.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.hyperpodgateway.corpus.Delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The events that [GoldenAnswers] sends.
final class GoldenEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String ROLE = "arn:aws:iam::111122223333:role/";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/";

    private GoldenEvents() {}

    /// The event of that name in `events/`.
    static ObjectNode event(String name) throws IOException {
        return (ObjectNode) json(Path.of("events", name + ".json"));
    }

    /// A POST to `/clusters` with that body.
    static ObjectNode post(byte[] body) throws IOException {
        return (ObjectNode) MAPPER.readTree(Delivery.of(body));
    }

    /// The event of a method and a path, with a query or without.
    static JsonNode visit(String visit) throws IOException {
        String[] parts = visit.split("[ ?]", 3);
        ObjectNode event = event("create-slurm").put("rawPath", parts[1]);
        ((ObjectNode) event.at("/requestContext/http")).put("method", parts[0]);
        return event.put("rawQueryString", parts.length > 2 ? parts[2] : "");
    }

    static ObjectNode dryRun(ObjectNode event) {
        return event.put("rawQueryString", "dryRun=true");
    }

    static ObjectNode by(ObjectNode event, JsonNode authorizer) {
        ((ObjectNode) event.path("requestContext")).set("authorizer", authorizer);
        return event;
    }

    /// What API Gateway says of a caller: as a session, a token's subject or a user.
    static JsonNode authorizer(JsonNode caller) {
        String principal = caller.path("principal").asText();
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        if (principal.startsWith("jwt:")) {
            String[] parts = principal.substring(4).split("#", 2);
            ObjectNode claims = authorizer.putObject("jwt").putObject("claims");
            claims.put("iss", parts[0]).put("sub", parts[1]);
            return authorizer;
        }
        ObjectNode iam = authorizer.putObject("iam").put("userId", "AIDAEXAMPLE");
        iam.put("userArn", principal);
        if (!principal.startsWith(ROLE)) return authorizer;
        String session = caller.path("sessionName").asText("jo");
        iam.put("userId", "AROAEXAMPLE:" + session);
        iam.put("userArn", principal.replace(ROLE, SESSION) + "/" + session);
        return authorizer;
    }

    static JsonNode json(Path file) throws IOException {
        return MAPPER.readTree(Files.readAllBytes(file));
    }
}
