/// The environment, read once into a record, all mistakes reported together. Imports none of our
/// rooms.
@NullMarked
package io.hyperpodgateway.config;

import org.jspecify.annotations.NullMarked;
