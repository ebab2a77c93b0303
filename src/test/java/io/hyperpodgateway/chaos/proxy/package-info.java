/// A proxy between the function and AWS that lets calls go wrong as a plan says, and remembers what
/// took effect. Imports `json`, `audit` and `local`.
package io.hyperpodgateway.chaos.proxy;
