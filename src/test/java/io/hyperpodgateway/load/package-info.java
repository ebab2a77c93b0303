/// Proof under load: many requests of every kind over many connections at the local gateway, and
/// its answers, record, memory and threads held against what is promised. Imports every room.
package io.hyperpodgateway.load;
