/// The record in DynamoDB: items, transactions, and what to do when an answer is lost. Imports
/// `json`, `audit` and `aws`.
@NullMarked
package io.hyperpodgateway.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
