package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What holds of every policy and every request.
enum Law {
    /// A further rule never turns a denial into an allowance, and takes back nothing that another
    /// rule denies; but the first rule that denies and lists a kind of reference or instance types,
    /// or limits the instances of a cluster, opens them.
    ADDED_RULE_NEVER_ALLOWS {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            JsonObject added = randomSituation.anotherRule();
            var more = new ArrayList<>(randomSituation.rules());
            more.add(randomSituation.random().nextInt(more.size() + 1), added);
            ComparableDecision before =
                    decider.decide(
                            randomSituation.rules(), randomSituation, randomSituation.request());
            ComparableDecision after =
                    decider.decide(more, randomSituation, randomSituation.request());
            return includes(
                    after.errors(),
                    opens(added, randomSituation) ? before.errorsOfRules() : before.errors());
        }

        /// Whether the rule is the first that opens something.
        private boolean opens(JsonObject rule, RandomSituation randomSituation) {
            var open = new HashSet<String>();
            randomSituation.rules().forEach(one -> open.addAll(opened(one, randomSituation)));
            return !open.containsAll(opened(rule, randomSituation));
        }
    },
    /// A rule that warns or audits changes neither what is denied nor what is forwarded.
    ADVICE_CHANGES_NOTHING {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            String weak = randomSituation.random().nextBoolean() ? "warn" : "audit";
            var more = new ArrayList<>(randomSituation.rules());
            more.add(
                    randomSituation.random().nextInt(more.size() + 1),
                    randomSituation.anotherRule().with("enforcement", Json.of(weak)));
            ComparableDecision before =
                    decider.decide(
                            randomSituation.rules(), randomSituation, randomSituation.request());
            ComparableDecision after =
                    decider.decide(more, randomSituation, randomSituation.request());
            return after.errors().equals(before.errors())
                    && after.forwarded().equals(before.forwarded())
                    && includes(after.advice(), before.advice());
        }
    },
    /// The order of the rules decides nothing.
    ORDER_DOES_NOT_MATTER {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            var shuffled = new ArrayList<>(randomSituation.rules());
            Collections.shuffle(shuffled, randomSituation.random());
            return decider.decide(shuffled, randomSituation, randomSituation.request())
                    .equals(
                            decider.decide(
                                    randomSituation.rules(),
                                    randomSituation,
                                    randomSituation.request()));
        }
    },
    /// A longer `except` takes away what its rule says, for those it names, and nothing else. A
    /// list that denies opens its kinds for them no more.
    EXCEPTION_TAKES_ITS_RULE_ALONE {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            if (randomSituation.rules().isEmpty()) return true;
            int index = randomSituation.random().nextInt(randomSituation.rules().size());
            JsonObject rule = randomSituation.rules().get(index);
            boolean forMe = randomSituation.random().nextBoolean();
            var except = new ArrayList<>(rule.items("except"));
            except.add(forMe ? randomSituation.mine() : randomSituation.strange());
            JsonObject excepting = rule.with("except", new JsonArray(except));
            ComparableDecision before =
                    decider.decide(
                            randomSituation.rules(), randomSituation, randomSituation.request());
            ComparableDecision after =
                    decider.decide(
                            replaced(randomSituation, index, excepting),
                            randomSituation,
                            randomSituation.request());
            if (!forMe) return after.equals(before);
            String own = rule.text("id").orElseThrow() + " at ";
            List<String> others =
                    before.errorsOfRules().stream().filter(e -> !e.startsWith(own)).toList();
            return after.errorsOfRules().equals(others)
                    && (!opened(rule, randomSituation).isEmpty()
                            || includes(before.errors(), after.errors()));
        }
    },
    /// Shorter lists and lower limits never turn a denial into an allowance.
    STRICTER_NEVER_ALLOWS {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            List<JsonObject> stricter =
                    randomSituation.rules().stream()
                            .map(rule ->
                                    randomSituation.random().nextBoolean() ? stricter(rule) : rule)
                            .toList();
            ComparableDecision before =
                    decider.decide(
                            randomSituation.rules(), randomSituation, randomSituation.request());
            ComparableDecision after =
                    decider.decide(stricter, randomSituation, randomSituation.request());
            return after.denied() || !before.denied();
        }
    },
    /// Whom every rule excepts may have nothing.
    UNBOUND_CALLER_MAY_HAVE_NOTHING {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            var excepting = new JsonArray(List.of(randomSituation.mine()));
            List<JsonObject> rules =
                    randomSituation.rules().stream()
                            .map(rule -> rule.with("except", excepting))
                            .toList();
            List<String> errors =
                    decider.decide(rules, randomSituation, randomSituation.request()).errors();
            return Stream.of("unlisted-reference", "unlisted-instance-type")
                    .allMatch(closed -> errors.stream().anyMatch(e -> e.startsWith(closed)));
        }
    },
    /// A further group never turns a denial into an allowance.
    FURTHER_GROUP_NEVER_ALLOWS {
        @Override
        boolean holds(RandomSituation randomSituation, Decider decider) {
            var groups = new ArrayList<>(randomSituation.request().items("InstanceGroups"));
            groups.add(randomSituation.anotherGroup());
            JsonObject longer =
                    randomSituation.request().with("InstanceGroups", new JsonArray(groups));
            ComparableDecision before =
                    decider.decide(
                            randomSituation.rules(), randomSituation, randomSituation.request());
            ComparableDecision after =
                    decider.decide(randomSituation.rules(), randomSituation, longer);
            return after.denied() || !before.denied();
        }
    };

    private static final Set<String> STRICTER_WITH_LESS =
            Set.of(
                    "allowedInstanceTypes",
                    "allowedReferences",
                    "maxInstances",
                    "maxVolumeSizeInGB",
                    "maxHourlyCost");

    /// Whether it holds in this situation, as far as the decider goes.
    abstract boolean holds(RandomSituation randomSituation, Decider decider);

    /// What the rule opens to the caller: kinds of reference by their names, types and counts by
    /// those of the checks.
    private static Set<String> opened(JsonObject rule, RandomSituation randomSituation) {
        boolean denies = rule.get("enforcement").isEmpty();
        if (!denies || !randomSituation.binds(rule)) return Set.of();
        JsonObject check = rule.object("check").orElseThrow();
        String name = check.members().firstEntry().getKey();
        return switch (name) {
            case "allowedReferences" -> check.object(name).orElseThrow().members().keySet();
            case "allowedInstanceTypes", "maxInstances" -> Set.of(name);
            default -> Set.of();
        };
    }

    private static List<JsonObject> replaced(
            RandomSituation randomSituation, int index, JsonObject rule) {
        var rules = new ArrayList<>(randomSituation.rules());
        rules.set(index, rule);
        return rules;
    }

    private static JsonObject stricter(JsonObject rule) {
        JsonObject check = rule.object("check").orElseThrow();
        boolean strict = STRICTER_WITH_LESS.contains(check.members().firstEntry().getKey());
        return strict ? rule.with("check", less(check)) : rule;
    }

    /// The same with much shorter lists and much lower numbers: down to nothing, often.
    private static JsonObject less(JsonObject value) {
        JsonObject less = value;
        for (var member : value.members().entrySet()) {
            less = less.with(member.getKey(), less(member.getValue()));
        }
        return less;
    }

    private static Json less(Json value) {
        return switch (value) {
            case JsonObject object -> less(object);
            case JsonArray(var items) -> new JsonArray(items.subList(0, items.size() / 2));
            case JsonNumber number -> number.toText().matches("[0-9]+") ? eighth(number) : number;
            case JsonString _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    private static Json eighth(JsonNumber number) {
        return Json.of(number.asLong().orElseThrow() / 8);
    }

    private static boolean includes(List<String> all, List<String> some) {
        var left = new ArrayList<>(all);
        return some.stream().allMatch(left::remove);
    }
}
