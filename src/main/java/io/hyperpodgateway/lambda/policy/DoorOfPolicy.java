package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Answered;
import io.hyperpodgateway.http.FrontDoor;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.policy.Policy;

import java.util.function.Function;
import java.util.function.Supplier;

/// Leads each request to a front door that knows one policy alone: the one in force when the
/// request came. So one policy decides a request and stands in its record, whatever happens to the
/// document meanwhile.
public final class DoorOfPolicy implements FrontDoor {

    private final Supplier<Policy> inForce;
    private final Function<Policy, FrontDoor> builder;
    private volatile Standing standing;

    private record Standing(Policy policy, FrontDoor door) {}

    /// @param inForce asked once for each request
    /// @param builder builds the front door of a policy
    public DoorOfPolicy(Supplier<Policy> inForce, Function<Policy, FrontDoor> builder) {
        this.inForce = inForce;
        this.builder = builder;
        this.standing = standing(inForce.get());
    }

    @Override
    public Answered answer(HttpRequest request, Visit visit) {
        Policy policy = inForce.get();
        Standing now = standing;
        if (now.policy() != policy) {
            now = standing(policy);
            standing = now;
        }
        return now.door().answer(request, visit);
    }

    private Standing standing(Policy policy) {
        return new Standing(policy, builder.apply(policy));
    }
}
