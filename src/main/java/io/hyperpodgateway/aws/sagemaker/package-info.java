/// CreateCluster and DescribeCluster, and the meaning of SageMaker's errors. Imports `json`,
/// `admission.outcome`, `admission.port` and `aws`.
@NullMarked
package io.hyperpodgateway.aws.sagemaker;

import org.jspecify.annotations.NullMarked;
