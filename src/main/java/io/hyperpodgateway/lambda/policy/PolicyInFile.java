package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The policy in force, from a file. It is replaced as soon as the file contains another complete
/// and valid document.
public final class PolicyInFile implements Supplier<Policy> {

    private final PolicyFile file;
    private final ServiceModel model;
    private final PolicyLog log;
    private volatile Policy inForce;
    // the refused document's hash, or why there is none, so that a refusal is logged once
    private Optional<String> refused = Optional.empty();

    /// @param inForce the policy in the file at the start
    PolicyInFile(PolicyFile file, Policy inForce, ServiceModel model, PolicyLog log) {
        this.file = file;
        this.inForce = inForce;
        this.model = model;
        this.log = log;
    }

    /// The policy in force, after a check of the file's stamp.
    @Override
    public Policy get() {
        file.ifChanged(this::take);
        return inForce;
    }

    /// Called by one thread at a time.
    private void take(FileLook look) {
        String id =
                switch (look) {
                    case FileLook.FileContent(var bytes) -> Sha256.hex(bytes);
                    case FileLook.Unreadable(var why) -> why;
                };
        if (id.equals(inForce.sha256())) {
            restored();
        } else if (!refused.equals(Optional.of(id))) {
            take(id, PolicyLoader.read(file.path(), look, model));
        }
    }

    private void restored() {
        if (refused.isPresent()) log.restored(inForce);
        refused = Optional.empty();
    }

    private void take(String id, Reading<Policy, String> loading) {
        switch (loading) {
            case Reading.Read(var policy) -> {
                log.replaced(inForce, policy);
                log.warned(sentences(policy.warnings()));
                inForce = policy;
                refused = Optional.empty();
            }
            case Reading.Refused(var mistakes) -> {
                log.refused(inForce, mistakes);
                refused = Optional.of(id);
            }
        }
    }

    private static List<String> sentences(List<Mistake> warnings) {
        return warnings.stream().map(Mistake::toString).toList();
    }
}
