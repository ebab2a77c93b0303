/// The packaged function from end to end, as Lambda runs it. Imports every room.
package io.hyperpodgateway.e2e;
