/// The packaged function from end to end, as Lambda would run it. Imports every room.
package io.hyperpodgateway.e2e;
