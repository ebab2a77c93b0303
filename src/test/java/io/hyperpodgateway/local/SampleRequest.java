package io.hyperpodgateway.local;

import io.hyperpodgateway.policy.check.Place;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A request to try that the policy in force allows, as a command to copy.
///
/// @param principal the caller, if not the local run's own user
/// @param document the request
record SampleRequest(Optional<String> principal, String document) {

    /// The request to try, if there is one.
    record Choice(Optional<SampleRequest> request) {

        /// A message for people.
        String message(URI gateway) {
            return request.map(sample -> "try it:\n" + sample.curl(gateway))
                    .orElseGet(() ->
                            """
                            the policy in force allows none of the requests in %s; what it allows:
                            curl -s %s/policy\
                            """
                                    .formatted(Examples.FOLDER, gateway));
        }
    }

    /// The first of the examples that the policy in force allows to somebody.
    ///
    /// @param environment the gateway's own settings
    static Choice of(Map<String, String> environment, Place place) {
        return new Choice(
                PolicyTrial.of(environment, place)
                        .flatMap(trial -> trial.first(Examples.documents(place))));
    }

    private String curl(URI gateway) {
        String who =
                principal
                        .map(name -> " -H %s".formatted(quoted("X-Local-Principal: " + name)))
                        .orElse("");
        return "curl -i %s/clusters -H 'Content-Type: application/json'%s -d %s"
                .formatted(gateway, who, quoted(document.strip()));
    }

    /// Quotes a word for a shell.
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
