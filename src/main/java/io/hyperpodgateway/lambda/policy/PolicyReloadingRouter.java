package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.HttpEndpoint;
import io.hyperpodgateway.http.LoggedAnswer;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.policy.Policy;

import java.util.function.Function;
import java.util.function.Supplier;

/// Passes each request to a router that is built for one policy: the one in force when the request
/// arrives. So one policy decides a request and is recorded with it, even if the document changes
/// meanwhile.
public final class PolicyReloadingRouter implements HttpEndpoint {

    private final Supplier<Policy> inForce;
    private final Function<Policy, HttpEndpoint> builder;
    private volatile CurrentPolicy current;

    private record CurrentPolicy(Policy policy, HttpEndpoint endpoint) {}

    /// @param inForce called once for each request
    /// @param builder builds the router of a policy
    public PolicyReloadingRouter(Supplier<Policy> inForce, Function<Policy, HttpEndpoint> builder) {
        this.inForce = inForce;
        this.builder = builder;
        this.current = current(inForce.get());
    }

    @Override
    public LoggedAnswer answer(HttpRequest request, RequestContext context) {
        Policy policy = inForce.get();
        CurrentPolicy now = current;
        if (now.policy() != policy) {
            now = current(policy);
            current = now;
        }
        return now.endpoint().answer(request, context);
    }

    private CurrentPolicy current(Policy policy) {
        return new CurrentPolicy(policy, builder.apply(policy));
    }
}
