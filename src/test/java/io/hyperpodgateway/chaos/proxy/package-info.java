/// A proxy between the function and AWS that injects faults and records what took effect. Imports
/// `json`, `audit` and `local`.
package io.hyperpodgateway.chaos.proxy;
