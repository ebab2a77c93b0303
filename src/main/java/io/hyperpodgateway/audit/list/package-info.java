/// The requests that the record holds, as a list shows them: newest first, from the indexes.
/// Imports `json` and `audit`.
@NullMarked
package io.hyperpodgateway.audit.list;

import org.jspecify.annotations.NullMarked;
