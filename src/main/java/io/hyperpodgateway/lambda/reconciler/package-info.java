/// The scheduled function that settles open intents. It knows no policy. Imports `text`, `json`,
/// `audit`, `admission.port`, `admission.reconciliation`, `admission.settlement`, `http`, `aws`,
/// `aws.dynamodb`, `aws.sagemaker`, `config`, `lambda` and `lambda.log`.
@NullMarked
package io.hyperpodgateway.lambda.reconciler;

import org.jspecify.annotations.NullMarked;
