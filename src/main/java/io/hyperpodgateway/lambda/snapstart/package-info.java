/// SnapStart: steps before Lambda takes a snapshot and after a copy is restored. Imports `text`,
/// `json`, `audit`, `admission.port` and `aws`.
@NullMarked
package io.hyperpodgateway.lambda.snapstart;

import org.jspecify.annotations.NullMarked;
