/// Knows how the function is laid out to start quickly: which classes the JVM's own loader reads
/// from one jar, and which of their lambdas, switches and records' methods become plain classes and
/// methods.
///
/// It runs in the build, stays out of the archive, and imports `start` and `json`.
package io.hyperpodgateway.archive;
