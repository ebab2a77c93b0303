package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A request as lists show it.
///
/// What the indexes lack is read from the request's last event, so every event that may be the last
/// carries it.
public final class RequestSummary {

    /// The total of all groups; absent if a count cannot be read.
    public static final String INSTANCES = "instances";

    /// Instances by instance type, as JSON.
    public static final String BY_TYPE = "byType";

    /// The hourly cost as in the answer to a dry run, as JSON.
    public static final String HOURLY_COST = "hourlyCost";

    /// The rule ids of all findings except those of `audit` rules, as JSON.
    public static final String RULES = "rules";

    /// The rule ids of the findings of `audit` rules, as JSON.
    public static final String AUDIT_RULES = "auditRules";

    private static final List<String> ASKED = List.of(INSTANCES, BY_TYPE, HOURLY_COST);

    public static final List<String> LAST_EVENT =
            List.of(
                    "type",
                    "outcome",
                    "httpStatus",
                    "clusterArn",
                    INSTANCES,
                    BY_TYPE,
                    HOURLY_COST,
                    RULES,
                    AUDIT_RULES);

    private RequestSummary() {}

    /// `at` is the start of the request; `type`, `outcome` and related members are those of its
    /// last event.
    ///
    /// @param first the members of its first event
    /// @param last the members of its last event, which may be the same
    public static JsonObject of(JsonObject first, JsonObject last) {
        return JsonObject.EMPTY
                .with("requestId", first.get("requestId"))
                .with("type", last.get("type"))
                .with("at", first.get("at"))
                .with("principal", first.get("principal"))
                .with("clusterName", first.get("clusterName"))
                .with("outcome", Json.of(last.text("outcome").orElse(RequestHistory.OPEN)))
                .with("httpStatus", last.get("httpStatus"))
                .with("clusterArn", last.get("clusterArn"))
                .with(INSTANCES, last.get(INSTANCES))
                .with(BY_TYPE, parsed(last, BY_TYPE))
                .with(HOURLY_COST, parsed(last, HOURLY_COST));
    }

    /// Whether a request has a finding of that rule.
    ///
    /// @param last the members of its last event
    /// @param audited whether the findings of `audit` rules count
    public static boolean hasFinding(JsonObject last, String rule, boolean audited) {
        return ids(last, RULES).contains(rule)
                || (audited && ids(last, AUDIT_RULES).contains(rule));
    }

    /// The attributes with the rule ids of findings.
    public static JsonObject rules(Collection<String> shown, Collection<String> audited) {
        return JsonObject.EMPTY
                .with(RULES, texts(new LinkedHashSet<>(shown)))
                .with(AUDIT_RULES, texts(new LinkedHashSet<>(audited)));
    }

    /// What the outcome of an intent copies from it: the totals, and the rules of its findings.
    ///
    /// @param shown the rules of the outcome's own findings
    public static JsonObject ofOutcome(AuditEvent intent, Collection<String> shown) {
        JsonObject members = intent.members();
        JsonObject carried = JsonObject.EMPTY;
        for (String attribute : ASKED) carried = carried.with(attribute, members.get(attribute));
        SequencedSet<String> all = ids(members, RULES);
        all.addAll(shown);
        return carried.withAll(rules(all, ids(members, AUDIT_RULES)));
    }

    private static Optional<Json> texts(Collection<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.of(JsonArray.ofTexts(ids).toText()));
    }

    private static SequencedSet<String> ids(JsonObject members, String attribute) {
        var ids = new LinkedHashSet<String>();
        if (parsed(members, attribute).orElse(Json.of("")) instanceof JsonArray(var items)) {
            items.forEach(item -> item.text().ifPresent(ids::add));
        }
        return ids;
    }

    private static Optional<Json> parsed(JsonObject members, String attribute) {
        return members.text(attribute)
                .map(JsonReader::read)
                .flatMap(reading ->
                        reading instanceof Reading.Read(var value)
                                ? Optional.of(value)
                                : Optional.empty());
    }
}
