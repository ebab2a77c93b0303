/// CreateCluster and DescribeCluster, and the meaning of SageMaker's errors. Imports `json`, `aws`
/// and the ports of `admission`.
@NullMarked
package io.hyperpodgateway.aws.sagemaker;

import org.jspecify.annotations.NullMarked;
