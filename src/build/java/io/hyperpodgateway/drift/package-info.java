/// How the service model in the project stays current: tells what differs in another one, in words,
/// and takes it over. Runs by `mvn -Pmodel` and stays out of the archive. Imports its own rooms,
/// `json`, `spec` and `policy`.
@NullMarked
package io.hyperpodgateway.drift;

import org.jspecify.annotations.NullMarked;
