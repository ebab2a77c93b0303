package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Policies that are wrong in a way in which one could come to be wrong: the real one, told
/// something else than was written.
enum BrokenDecider implements Decider {
    /// A list opens its kind, whatever the enforcement of its rule.
    WARNINGS_OPEN(Law.ADVICE_CHANGES_NOTHING) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            return rules.stream()
                    .map(rule -> isList(rule) ? rule.without("enforcement") : rule)
                    .toList();
        }
    },
    /// Whatever is not as it should be denies.
    WARNINGS_DENY(Law.ADVICE_CHANGES_NOTHING) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            return rules.stream().map(rule -> rule.without("enforcement")).toList();
        }
    },
    /// One list of a kind is enough.
    LISTS_ADD_UP(Law.ADDED_RULE_NEVER_ALLOWS) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            var told = new ArrayList<JsonObject>();
            for (JsonObject rule : rules) {
                boolean widens = isList(rule) && !told.isEmpty() && isList(told.getFirst());
                if (widens) told.set(0, wider(told.getFirst(), rule));
                if (!widens) told.add(rule);
            }
            return told;
        }
    },
    /// A later rule of the same check overrides an earlier one.
    LAST_RULE_WINS(Law.ADDED_RULE_NEVER_ALLOWS) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            var last = new LinkedHashMap<String, JsonObject>();
            rules.forEach(rule -> last.put(checkName(rule), rule));
            return List.copyOf(last.values());
        }
    },
    /// The first rules decide.
    THREE_RULES_ARE_ENOUGH(Law.ORDER_DOES_NOT_MATTER) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            return rules.subList(0, Math.min(3, rules.size()));
        }
    },
    /// Every instance type is open.
    TYPES_ARE_OPEN(Law.UNBOUND_CALLER_MAY_HAVE_NOTHING) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            var told = new ArrayList<>(rules);
            told.add(
                    JsonObject.of("id", Json.of("open"))
                            .with(
                                    "check",
                                    JsonObject.of(
                                            "allowedInstanceTypes",
                                            new JsonArray(List.of(Json.of("*"))))));
            return told;
        }
    },
    /// Those excepted are bound too.
    EXCEPT_BINDS(Law.EXCEPTION_TAKES_ITS_RULE_ALONE) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            return rules.stream().map(BrokenDecider::boundByExcept).toList();
        }
    },
    /// An empty list is no list, and a limit of nothing none.
    NOTHING_ALLOWS(Law.STRICTER_NEVER_ALLOWS) {
        @Override
        List<JsonObject> summaries(List<JsonObject> rules) {
            return rules.stream().filter(rule -> isList(rule) || !holdsNothing(rule)).toList();
        }
    },
    /// The last group speaks for all.
    LAST_GROUP_ALONE(Law.FURTHER_GROUP_NEVER_ALLOWS) {
        @Override
        JsonObject asked(JsonObject request) {
            List<Json> groups = request.items("InstanceGroups");
            return request.with("InstanceGroups", new JsonArray(List.of(groups.getLast())));
        }
    };

    private static final Pattern NOTHING = Pattern.compile("\\[]|:0[,}]");

    private final Law broken;

    BrokenDecider(Law broken) {
        this.broken = broken;
    }

    /// The law that it breaks.
    Law broken() {
        return broken;
    }

    List<JsonObject> summaries(List<JsonObject> rules) {
        return rules;
    }

    JsonObject asked(JsonObject request) {
        return request;
    }

    @Override
    public ComparableDecision decide(
            List<JsonObject> rules, RandomSituation randomSituation, JsonObject request) {
        return new PolicyDecider().decide(summaries(rules), randomSituation, asked(request));
    }

    private static String checkName(JsonObject rule) {
        return rule.object("check").orElseThrow().members().firstEntry().getKey();
    }

    private static boolean isList(JsonObject rule) {
        return checkName(rule).equals("allowedReferences");
    }

    private static boolean holdsNothing(JsonObject rule) {
        return NOTHING.matcher(rule.object("check").orElseThrow().toText()).find();
    }

    private static JsonObject wider(JsonObject list, JsonObject more) {
        JsonObject lists = kinds(list);
        for (var kind : kinds(more).members().entrySet()) {
            var globs = new ArrayList<>(lists.items(kind.getKey()));
            globs.addAll(((JsonArray) kind.getValue()).items());
            lists = lists.with(kind.getKey(), new JsonArray(globs));
        }
        return list.with("check", JsonObject.of("allowedReferences", lists));
    }

    private static JsonObject kinds(JsonObject rule) {
        return rule.object("check").orElseThrow().object("allowedReferences").orElseThrow();
    }

    private static JsonObject boundByExcept(JsonObject rule) {
        if (rule.get("principals").isEmpty()) return rule.without("except");
        var globs = new ArrayList<>(rule.items("principals"));
        globs.addAll(rule.items("except"));
        return rule.without("except").with("principals", new JsonArray(globs));
    }
}
