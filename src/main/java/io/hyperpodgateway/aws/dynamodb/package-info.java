/// The record in DynamoDB: items, transactions, and what to do when an answer is lost. Imports
/// `json`, `audit`, `aws` and the ports of `admission`.
@NullMarked
package io.hyperpodgateway.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
