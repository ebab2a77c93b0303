/// What a service model's file holds, and its reduced form. Imports `json` alone.
@NullMarked
package io.hyperpodgateway.drift.file;

import org.jspecify.annotations.NullMarked;
