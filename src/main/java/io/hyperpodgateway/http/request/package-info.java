/// Parts of an incoming request and their validation. Imports `json`, `spec`, `identity`, `audit`
/// and `admission`.
@NullMarked
package io.hyperpodgateway.http.request;

import org.jspecify.annotations.NullMarked;
