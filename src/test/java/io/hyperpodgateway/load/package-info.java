/// Load tests: many requests of every kind over many connections to the local gateway; answers,
/// record, memory and threads are checked. Imports every room.
package io.hyperpodgateway.load;
