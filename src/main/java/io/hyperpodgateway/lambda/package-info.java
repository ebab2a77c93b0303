/// Entry points of the functions, and the only place that builds the object graph. Imports `text`,
/// `json`, `finding`, `model`, `rules`, `identity`, `policy`, `audit`, `audit.list`, `admission`,
/// `admission.outcome`, `admission.port`, `http`, `http.request`, `aws`, `aws.dynamodb`,
/// `aws.sagemaker`, `config`, `lambda.log`, `lambda.policy` and `lambda.snapstart`.
@NullMarked
package io.hyperpodgateway.lambda;

import org.jspecify.annotations.NullMarked;
