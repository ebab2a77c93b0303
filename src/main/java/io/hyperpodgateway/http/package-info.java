/// Routes, answers and problem documents; the only place that maps outcomes to status codes.
/// Imports `admission` and the rooms further in.
@NullMarked
package io.hyperpodgateway.http;

import org.jspecify.annotations.NullMarked;
