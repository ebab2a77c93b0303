/// CreateCluster and DescribeCluster by SageMaker's client, and what its errors mean. Imports
/// `json`, `aws` and the ports of `admission`.
@NullMarked
package io.hyperpodgateway.aws.sagemaker;

import org.jspecify.annotations.NullMarked;
