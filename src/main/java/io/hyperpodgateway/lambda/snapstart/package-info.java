/// What the function does before Lambda takes a snapshot of it and after a copy wakes up
/// (SnapStart). Imports `admission`, `audit`, `aws` and `json`.
@NullMarked
package io.hyperpodgateway.lambda.snapstart;

import org.jspecify.annotations.NullMarked;
