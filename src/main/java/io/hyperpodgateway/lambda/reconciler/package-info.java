/// The scheduled function that settles open intents. It knows no policy.
@NullMarked
package io.hyperpodgateway.lambda.reconciler;

import org.jspecify.annotations.NullMarked;
