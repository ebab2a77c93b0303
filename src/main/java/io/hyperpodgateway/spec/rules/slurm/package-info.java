/// The cross-field rules on clusters that Slurm runs, one small class each, named for its id.
/// Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.slurm;

import org.jspecify.annotations.NullMarked;
