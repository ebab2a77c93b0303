/// The specification: the cross-field rules as tables of rows by topic, and the shape check and the
/// rules in one. Imports `text`, `json`, `finding`, `request`, `model` and `shape`.
@NullMarked
package io.hyperpodgateway.rules;

import org.jspecify.annotations.NullMarked;
