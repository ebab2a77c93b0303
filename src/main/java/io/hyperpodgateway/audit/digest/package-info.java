/// Digests of the record: the events of each hour, hashed into one root and chained to the hour
/// before. Imports `text`, `json` and `audit`.
@NullMarked
package io.hyperpodgateway.audit.digest;

import org.jspecify.annotations.NullMarked;
