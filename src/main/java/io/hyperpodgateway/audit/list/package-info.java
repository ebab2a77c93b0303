/// The list of the requests in the record: newest first, from the indexes. Imports `json` and
/// `audit`.
@NullMarked
package io.hyperpodgateway.audit.list;

import org.jspecify.annotations.NullMarked;
