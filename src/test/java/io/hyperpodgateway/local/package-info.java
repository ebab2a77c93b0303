/// The gateway on a laptop: a server that invents an identity, DynamoDB Local and a stand-in for
/// SageMaker. Imports `json` and `lambda`; it is never deployed.
package io.hyperpodgateway.local;
