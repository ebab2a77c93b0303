/// Proof by breaking things: the packaged function killed, cut off and misled at every step of a
/// request, and what must be true afterwards all the same. Imports every room.
package io.hyperpodgateway.chaos;
