package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// Something that decides by rules: the policy, or one that is broken on purpose.
interface Decider {

    /// What comes of the situation's request under these rules.
    ComparableDecision decide(
            List<JsonObject> rules, RandomSituation randomSituation, JsonObject request);
}
