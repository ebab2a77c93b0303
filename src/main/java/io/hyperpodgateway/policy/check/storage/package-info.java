/// Checks on the volumes of instances: their keys, their sizes. Imports `policy.check`, `json` and
/// `spec`.
@NullMarked
package io.hyperpodgateway.policy.check.storage;

import org.jspecify.annotations.NullMarked;
