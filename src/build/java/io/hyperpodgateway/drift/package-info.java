/// Keeps the project's service model current: reports the differences of another one, and adopts
/// it. Runs by `mvn -Pmodel` and is not in the archive. Imports `text`, `json`, `request`, `model`,
/// `drift.comparison` and `drift.file`.
@NullMarked
package io.hyperpodgateway.drift;

import org.jspecify.annotations.NullMarked;
