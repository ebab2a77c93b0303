/// The environment, read once into a record, all mistakes reported together. Imports `text` alone.
@NullMarked
package io.hyperpodgateway.config;

import org.jspecify.annotations.NullMarked;
