package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.document.YamlNode;

import java.util.Optional;

/// Reads what one check demands.
interface DemandReader {

    /// The check, if its demand can be read; what is wrong with it is noted.
    ///
    /// @param autoScaling whether its rule allows automatic scaling
    Optional<? extends Check> read(YamlNode demand, boolean autoScaling);
}
