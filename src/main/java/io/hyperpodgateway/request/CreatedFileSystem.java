package io.hyperpodgateway.request;

import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;
import java.util.Optional;

/// An FSx for Lustre file system that SageMaker creates with the cluster: of a group's
/// `EnvironmentConfig`, or the shared one of `RestrictedInstanceGroupsConfig`.
///
/// @param environment the object that has its `FSxLustreConfig`, of whatever type that is
public record CreatedFileSystem(Section environment) {

    private static final String CONFIG = "FSxLustreConfig";

    public CreatedFileSystem {
        Objects.requireNonNull(environment);
    }

    static Optional<CreatedFileSystem> of(Section environment) {
        return environment
                .json()
                .get(CONFIG)
                .filter(config -> !(config instanceof JsonNull))
                .map(_ -> new CreatedFileSystem(environment));
    }

    /// Its size in GiB, if that can be read as an integer from 0.
    public Optional<Long> size() {
        return integer("SizeInGiB").filter(size -> size >= 0);
    }

    /// A number of its configuration, if that can be read.
    public Optional<Long> integer(String member) {
        return environment.section(CONFIG).flatMap(config -> config.integer(member));
    }

    /// The place of a member, or where it would be.
    public JsonPointer at(String member) {
        return environment.at(CONFIG).member(member);
    }
}
