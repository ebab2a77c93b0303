/// SnapStart: steps before Lambda takes a snapshot and after a copy is restored. Imports
/// `admission`, `audit`, `aws` and `json`.
@NullMarked
package io.hyperpodgateway.lambda.snapstart;

import org.jspecify.annotations.NullMarked;
