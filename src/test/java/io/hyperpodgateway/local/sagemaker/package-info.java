/// A stand-in for SageMaker on this machine: operations on clusters over AWS JSON 1.1, and fault
/// injection. Imports `json` and `local`.
package io.hyperpodgateway.local.sagemaker;
