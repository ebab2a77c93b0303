/// The far side: SageMaker and DynamoDB, and how their errors map. Implements ports of the inner
/// rooms and imports those; the AWS SDK is known here and in `lambda` alone.
@NullMarked
package io.hyperpodgateway.aws;

import org.jspecify.annotations.NullMarked;
