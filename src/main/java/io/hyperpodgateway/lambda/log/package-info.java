/// Lines of the log: JSON with metrics embedded. Imports `json` alone.
@NullMarked
package io.hyperpodgateway.lambda.log;

import org.jspecify.annotations.NullMarked;
