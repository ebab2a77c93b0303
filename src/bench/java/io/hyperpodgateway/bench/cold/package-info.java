/// The cost of a start and of a warm request: functions in fresh processes under Lambda's runtime
/// client.
///
/// May use the end-to-end tests' Runtime API, and of the gateway only `json`.
@org.jspecify.annotations.NullMarked
package io.hyperpodgateway.bench.cold;
