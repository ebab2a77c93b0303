/// Where the policy document is read from, and which policy is in force now. Imports every room but
/// the rest of `lambda`, of which it takes the log's lines.
@NullMarked
package io.hyperpodgateway.lambda.policy;

import org.jspecify.annotations.NullMarked;
