/// Fault injection: the packaged function is killed, cut off and misled at every step of a request,
/// and its invariants are checked. Imports every room.
package io.hyperpodgateway.chaos;
