/// The gateway on a laptop: a front door that invents an identity, DynamoDB Local and a stand-in
/// for SageMaker. Imports `json` and `lambda`; it never ships.
package io.hyperpodgateway.local;
