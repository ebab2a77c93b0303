/// Adapters for SageMaker, DynamoDB and S3, and the mapping of their errors. Implements ports of
/// the inner rooms and imports those; only this room and `lambda` use the AWS SDK. Imports none of
/// our rooms.
@NullMarked
package io.hyperpodgateway.aws;

import org.jspecify.annotations.NullMarked;
