package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.ResponsibleParty;
import io.hyperpodgateway.admission.reading.RequestState.CallState;
import io.hyperpodgateway.admission.reading.RequestState.Decision;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/// The schemas of the gateway's own answers.
final class AnswerSchemas {

    private static final String SCHEMAS =
            """
            {
              "Created": {"type": "object", "required": ["ClusterArn", "requestId", "instance", "warnings"], "properties": {
                "ClusterArn": {"type": "string"},
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "instance": {"type": "string", "description": "where the record of the request is: `/requests/{requestId}`"},
                "warnings": {"$ref": "#/components/schemas/Findings"}}},

              "WouldCreate": {"type": "object", "required": ["wouldCreate", "requestId", "effectiveRequest", "warnings"],
                "properties": {
                "wouldCreate": {"const": true},
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "effectiveRequest": {"$ref": "#/components/schemas/CreateClusterRequest",
                  "description": "what would be forwarded: the request and what the gateway adds to it"},
                "hourlyCost": {"$ref": "#/components/schemas/HourlyCost"},
                "warnings": {"$ref": "#/components/schemas/Findings"}}},

              "HourlyCost": {"type": "object", "description": "What the cluster would cost an hour, where the policy has prices",
                "required": ["total", "atLeast", "currency", "unpriced", "parts"], "properties": {
                "total": {"$ref": "#/components/schemas/Money"},
                "atLeast": {"type": "boolean",
                  "description": "it may cost more: a type has no price, the request has storage, or automatic scaling adds instances"},
                "currency": {"const": "USD"},
                "unpriced": {"type": "array", "items": {"type": "string"}, "description": "instance types without a price"},
                "parts": {"type": "array", "items": {"type": "object",
                  "required": ["group", "instanceType", "count", "price", "sum"], "properties": {
                  "group": {"type": "string"},
                  "instanceType": {"type": "string", "description": "the most expensive type that the group may use"},
                  "count": {"type": "integer", "minimum": 0},
                  "price": {"$ref": "#/components/schemas/Money"},
                  "sum": {"$ref": "#/components/schemas/Money"}}}}}},

              "Money": {"type": "string", "description": "USD, a decimal number", "pattern": "^[0-9]+(\\\\.[0-9]+)?$"},

              "Cluster": {"type": "object", "required": ["cluster"], "properties": {
                "cluster": {"type": "object", "description": "DescribeCluster's answer; times are epoch seconds"},
                "request": {"$ref": "#/components/schemas/RequestSummary"},
                "state": {"$ref": "#/components/schemas/RequestState"}}},

              "RequestPage": {"type": "object", "required": ["requests"], "properties": {
                "requests": {"type": "array", "maxItems": 100, "description": "newest first",
                  "items": {"$ref": "#/components/schemas/RequestSummary"}},
                "next": {"type": "string", "description": "the token for the next page; absent on the last"}}},

              "RequestSummary": {"type": "object",
                "description": "A request: `at` is when it began, the rest is its latest outcome",
                "required": ["requestId", "type", "at", "outcome"], "properties": {
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "type": {"$ref": "#/components/schemas/EventType"},
                "at": {"type": "string", "format": "date-time"},
                "principal": {"$ref": "#/components/schemas/Principal"},
                "clusterName": {"type": "string"},
                "outcome": {"$ref": "#/components/schemas/Outcome"},
                "httpStatus": {"type": "integer"},
                "clusterArn": {"type": "string"},
                "instances": {"$ref": "#/components/schemas/Instances"},
                "byType": {"$ref": "#/components/schemas/InstancesByType"},
                "hourlyCost": {"$ref": "#/components/schemas/HourlyCost"}}},

              "Instances": {"type": "integer", "minimum": 0,
                "description": "the number of requested instances; absent where a count cannot be read, and on events of earlier versions"},

              "InstancesByType": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0},
                "description": "instances by type; a group of several types counts once, under all of them joined by `|`"},

              "RequestHistory": {"type": "object", "required": ["requestId", "outcome", "state", "events"], "properties": {
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "outcome": {"$ref": "#/components/schemas/Outcome"},
                "state": {"$ref": "#/components/schemas/RequestState"},
                "events": {"type": "array", "minItems": 1, "description": "oldest first",
                  "items": {"$ref": "#/components/schemas/Event"}}}},

              "RequestState": {"type": "object", "description": "The state of the request, for people",
                "required": ["decision", "call", "next"], "properties": {
                "decision": {"enum": []},
                "call": {"enum": []},
                "cluster": {"type": "object", "description": "the cluster that the request created, as it is now",
                  "required": ["status"], "additionalProperties": false, "properties": {
                  "status": {"type": "string", "description": "as SageMaker spells it; `gone` if there is no such cluster any more, `unknown` if it could not be looked up"},
                  "failureMessage": {"type": "string", "description": "in SageMaker's own words"},
                  "detail": {"type": "string", "description": "why the status is not known"}}},
                "cause": {"type": "object", "description": "why there is no cluster, or none that works",
                  "required": ["id", "words"], "additionalProperties": false, "properties": {
                  "id": {"type": "string"},
                  "words": {"type": "string"}}},
                "next": {"type": "object", "required": ["whose", "what"], "additionalProperties": false,
                  "properties": {
                  "whose": {"$ref": "#/components/schemas/Mover"},
                  "what": {"type": "string"}}}}},

              "Mover": {"enum": []},

              "Event": {"type": "object", "description": "One event of the record",
                "required": ["requestId", "sequence", "type", "at", "hour", "gateway", "region", "gatewayVersion",
                  "durationMs", "findings", "previousSha256", "sha256"],
                "properties": {
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "sequence": {"type": "integer", "minimum": 1},
                "type": {"$ref": "#/components/schemas/EventType"},
                "at": {"type": "string", "format": "date-time"},
                "hour": {"type": "string"},
                "gateway": {"type": "string"},
                "region": {"type": "string"},
                "gatewayVersion": {"type": "string"},
                "durationMs": {"type": "integer"},
                "principal": {"$ref": "#/components/schemas/Principal"},
                "principalId": {"type": "string"},
                "sessionName": {"type": "string"},
                "accountId": {"type": "string", "description": "the gateway's account"},
                "sourceIp": {"type": "string"},
                "userAgent": {"type": "string"},
                "apiRequestId": {"type": "string"},
                "lambdaRequestId": {"type": "string"},
                "awsRequestId": {"type": "string", "description": "SageMaker's id of the call"},
                "clusterName": {"type": "string"},
                "clusterArn": {"type": "string"},
                "body": {"type": "string", "description": "the body as sent: of the last intent, and up to 32 KiB of a refusal or dry run"},
                "bodySize": {"type": "integer", "description": "bytes of a body that was not read"},
                "bodySha256": {"$ref": "#/components/schemas/Sha256"},
                "request": {"description": "the document as forwarded, or as read if it was refused; of a refusal or dry run up to 32 KiB"},
                "requestSize": {"type": "integer", "description": "bytes of a request over 32 KiB, which is not kept"},
                "requestSha256": {"$ref": "#/components/schemas/Sha256"},
                "policyVersion": {"type": "string", "description": "on all events but RESOLVED, which no policy decides"},
                "policySha256": {"$ref": "#/components/schemas/Sha256"},
                "decidedAt": {"type": "string", "format": "date-time", "description": "when the request arrived, which rules use as the present time"},
                "outcome": {"$ref": "#/components/schemas/Outcome"},
                "httpStatus": {"type": "integer"},
                "existingRequestId": {"$ref": "#/components/schemas/RequestId",
                  "description": "the caller's own request that created the cluster of this name"},
                "findings": {"type": "array", "maxItems": 100, "items": {"$ref": "#/components/schemas/RecordedFinding"}},
                "instances": {"$ref": "#/components/schemas/Instances"},
                "byType": {"$ref": "#/components/schemas/InstancesByType"},
                "hourlyCost": {"$ref": "#/components/schemas/HourlyCost"},
                "rules": {"type": "array", "items": {"type": "string"},
                  "description": "the rules of the findings, for `rule=` of the list"},
                "auditRules": {"type": "array", "items": {"type": "string"},
                  "description": "those of the policy's `audit` rules; only for auditors"},
                "previousSha256": {"$ref": "#/components/schemas/Sha256"},
                "sha256": {"$ref": "#/components/schemas/Sha256"}}},

              "Policy": {"type": "object", "description": "The policy as it applies to the caller",
                "required": ["version", "sha256", "rules", "instanceTypes", "references", "limits", "prices", "defaults", "tags"], "properties": {
                "version": {"type": "string"},
                "sha256": {"$ref": "#/components/schemas/Sha256"},
                "contact": {"$ref": "#/components/schemas/Contact"},
                "rules": {"type": "array", "items": {"$ref": "#/components/schemas/PolicyRule"}},
                "instanceTypes": {"type": "object", "description": "whether instance types are open to the caller, and the lists that a type must be on",
                  "required": ["open", "allowed"], "properties": {
                    "open": {"type": "boolean"}, "allowed": {"type": "array"}}},
                "references": {"type": "object", "description": "each kind of reference, and the lists that a value must be on",
                  "additionalProperties": {"type": "object", "required": ["open", "allowed"], "properties": {
                    "open": {"type": "boolean"}, "allowed": {"type": "array"}}}},
                "limits": {"type": "object", "description": "maxInstances, maxHourlyCost, maxVolumeSizeInGB and maxFileSystemSizeInGiB, the lowest of all deny rules",
                  "required": ["open"], "properties": {
                    "open": {"type": "boolean", "description": "whether the caller may have instances: without a limit of the cluster they are closed"}}},
                "prices": {"type": "object", "description": "USD per instance-hour",
                  "additionalProperties": {"$ref": "#/components/schemas/Money"}},
                "defaults": {"type": "object", "description": "members set where the caller left them out, by their paths"},
                "tags": {"type": "object", "description": "tags that every cluster gets, placeholders in braces",
                  "additionalProperties": {"type": "string"}},
                "document": {"type": "string", "description": "the policy itself; for auditors"}}},

              "Contact": {"type": "string", "minLength": 1, "description": "whom to ask about a denial, in the policy's own words"},

              "PolicyRule": {"type": "object", "required": ["id", "enforcement", "words", "check"], "properties": {
                "id": {"type": "string"},
                "enforcement": {"type": "string", "enum": ["deny", "warn", "audit"]},
                "message": {"type": "string"},
                "help": {"type": "string"},
                "words": {"type": "string", "description": "what the check demands, in a sentence"},
                "check": {"type": "object"},
                "autoScaling": {"type": "string", "enum": ["allow", "deny"]}}},

              "Health": {"type": "object", "required": ["status", "version", "policyVersion", "policySha256", "model"], "properties": {
                "status": {"const": "ok"},
                "version": {"type": "string"},
                "policyVersion": {"type": "string"},
                "policySha256": {"$ref": "#/components/schemas/Sha256"},
                "model": {"type": "object", "description": "AWS's service model that requests are checked against",
                  "properties": {
                    "apiVersion": {"type": "string"},
                    "fingerprint": {"$ref": "#/components/schemas/Sha256"},
                    "date": {"type": "string", "format": "date"}}}}},

              "Misconfigured": {"type": "object", "required": ["status", "version"], "properties": {
                "status": {"const": "misconfigured"},
                "version": {"type": "string"}}},

              "JsonSchema": {"type": "object", "required": ["$schema"], "description": "A JSON Schema (2020-12)",
                "properties": {"$schema": {"type": "string", "format": "uri"}}},

              "OpenApi": {"type": "object", "required": ["openapi", "info", "paths"], "description": "This description",
                "properties": {"openapi": {"type": "string"}, "info": {"type": "object"}, "paths": {"type": "object"}}},

              "Page": {"type": "string", "description": "An HTML document"},

              "ApiGatewayMessage": {"type": "object", "required": ["message"], "description": "API Gateway's own form",
                "properties": {"message": {"type": ["string", "null"]}}},

              "Problem": {"type": "object", "description": "A problem document (RFC 9457)",
                "required": ["type", "title", "status", "detail", "requestId", "findings"], "properties": {
                "type": {"type": "string", "format": "uri"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
                "requestId": {"$ref": "#/components/schemas/RequestId"},
                "contact": {"$ref": "#/components/schemas/Contact"},
                "findings": {"$ref": "#/components/schemas/Findings"},
                "instance": {"type": "string", "description": "on POST /clusters: where the record of the request is"},
                "existing": {"type": "string",
                  "description": "in a cluster-exists: where the record of the caller's own request is that created the cluster of this name"}}},

              "Finding": {"type": "object", "required": ["source", "rule", "level", "pointer", "message"], "properties": {
                "source": {"enum": []},
                "rule": {"type": "string", "description": "a stable id; of a policy finding the policy rule's own"},
                "level": {"enum": []},
                "pointer": {"type": "string", "format": "json-pointer",
                  "description": "the place in the body as sent (RFC 6901)"},
                "message": {"type": "string"},
                "fix": {"type": "array", "items": {"$ref": "#/components/schemas/PatchOperation"},
                  "description": "a patch that fixes it for certain (RFC 6902); those of one answer apply one after the other"},
                "help": {"type": "string", "format": "uri", "description": "a page on it"},
                "added": {"const": true, "description": "the place is in the effective request, added by the gateway"}}},

              "RecordedFinding": {"type": "object", "required": ["rule", "level", "pointer"],
                "description": "A finding in the record. One that was in the log for a while has only rule, pointer and level",
                "properties": {
                "source": {"enum": []},
                "rule": {"type": "string"},
                "level": {"enum": []},
                "pointer": {"type": "string", "format": "json-pointer"},
                "message": {"type": "string"},
                "fix": {"type": "array", "items": {"$ref": "#/components/schemas/PatchOperation"}},
                "help": {"type": "string", "format": "uri"},
                "added": {"const": true},
                "audit": {"const": true, "description": "of an `audit` rule: shown only to auditors, and in no answer to POST /clusters"}}},

              "Findings": {"type": "array", "maxItems": 100, "items": {"$ref": "#/components/schemas/Finding"}},

              "PatchOperation": {"type": "object", "required": ["op", "path"], "properties": {
                "op": {"type": "string", "enum": ["add", "remove", "replace", "move", "copy", "test"]},
                "path": {"type": "string", "format": "json-pointer"},
                "from": {"type": "string", "format": "json-pointer"},
                "value": {}}},

              "EventType": {"enum": []},
              "Outcome": {"type": "string",
                "description": "`created`, `would-create`, `not-created`, `open`, or a problem's name"},
              "Principal": {"type": "string", "description": "an ARN, or `jwt:ISSUER#SUB`"},
              "RequestId": {"type": "string", "pattern": "^r-[0-9a-f]{32}$"},
              "Sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
            }
            """;

    private AnswerSchemas() {}

    static JsonObject all() {
        JsonObject schemas = Texts.object(SCHEMAS);
        JsonObject state = schemas.object("RequestState").orElseThrow();
        JsonObject parts = state.object("properties").orElseThrow();
        return schemas.with("EventType", words(EventType.values()))
                .with("Mover", kebabCase(ResponsibleParty.values()))
                .with(
                        "RequestState",
                        state.with(
                                "properties",
                                parts.with("decision", kebabCase(Decision.values()))
                                        .with("call", kebabCase(CallState.values()))))
                .with("Finding", finding(schemas, "Finding"))
                .with("RecordedFinding", finding(schemas, "RecordedFinding"));
    }

    private static JsonObject finding(JsonObject schemas, String name) {
        JsonObject finding = schemas.object(name).orElseThrow();
        JsonObject members = finding.object("properties").orElseThrow();
        return finding.with(
                "properties",
                members.with("source", kebabCase(Finding.Source.values()))
                        .with("level", words(Level.values())));
    }

    private static JsonObject words(Enum<?>[] values) {
        return enumeration(Arrays.stream(values).map(Enum::name));
    }

    private static JsonObject kebabCase(Enum<?>[] values) {
        return enumeration(
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static JsonObject enumeration(Stream<String> words) {
        return JsonObject.of("type", Json.of("string"))
                .with("enum", JsonArray.ofTexts(words.toList()));
    }
}
