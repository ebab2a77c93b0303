/// The layout of the function's archive for a quick start: which classes are in one jar, and which
/// lambdas, switches and records' methods become plain classes and methods. Runs in the build, is
/// not in the archive, and imports `start` and `json`. Imports `text`, `json` and `start`.
package io.hyperpodgateway.archive;
