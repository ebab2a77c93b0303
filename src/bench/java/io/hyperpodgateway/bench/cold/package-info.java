/// What starting costs, and what a warm request does: functions in fresh processes under Lambda's
/// runtime client.
///
/// It may use the end-to-end tests' Runtime API, and nothing of the gateway's but `json`.
@org.jspecify.annotations.NullMarked
package io.hyperpodgateway.bench.cold;
