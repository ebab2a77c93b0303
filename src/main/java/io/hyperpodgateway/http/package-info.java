/// Routes, answers and problem documents: the one place where outcomes become status codes. Imports
/// `admission` and the rooms further in.
@NullMarked
package io.hyperpodgateway.http;

import org.jspecify.annotations.NullMarked;
