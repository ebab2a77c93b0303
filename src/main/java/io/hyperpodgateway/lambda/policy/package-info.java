/// The location of the policy document, and the policy in force. Imports every room but the rest of
/// `lambda`, of which it uses the log lines.
@NullMarked
package io.hyperpodgateway.lambda.policy;

import org.jspecify.annotations.NullMarked;
