/// What stands in front of the packaged function while it is broken on purpose: a clock that can be
/// moved, and ways to be wrong. Imports `json`, `audit`, `aws` and the ports of `admission`.
package io.hyperpodgateway.chaos.child;
