/// The record in DynamoDB: items, transactions, and recovery from lost answers. Imports `json`,
/// `audit`, `audit.digest`, `audit.list`, `audit.verify`, `admission.port` and `aws`.
@NullMarked
package io.hyperpodgateway.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
