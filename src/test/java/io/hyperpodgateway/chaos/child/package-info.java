/// Runs in front of the packaged function while it is broken on purpose: an adjustable clock, and
/// variants with defects. Imports `json`, `audit`, `aws` and the ports of `admission`.
package io.hyperpodgateway.chaos.child;
