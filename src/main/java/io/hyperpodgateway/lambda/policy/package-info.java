/// The location of the policy document, and the policy in force. Imports `text`, `json`, `model`,
/// `policy`, `policy.document`, `audit`, `http`, `http.request`, `config` and `lambda.log`.
@NullMarked
package io.hyperpodgateway.lambda.policy;

import org.jspecify.annotations.NullMarked;
