/// A stand-in for SageMaker on this machine: four operations on clusters over AWS JSON 1.1, and
/// whatever may go wrong with them. Imports `json` and `local`.
package io.hyperpodgateway.local.sagemaker;
