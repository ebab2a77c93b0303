/// The record in DynamoDB: items, transactions, and recovery from lost answers. Imports `json`,
/// `audit`, `aws` and the ports of `admission`.
@NullMarked
package io.hyperpodgateway.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
