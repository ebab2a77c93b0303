package io.hyperpodgateway.bench.cold;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A deployable function.
///
/// @param name as in the results
/// @param title as people read it
/// @param handler the handler's class
/// @param taskRoot the working directory, where Lambda's loader finds its files
/// @param classPath the JVM's own class path beside the runtime client
/// @param jvmOptions flags beyond those that Lambda sets
/// @param variables environment variables beyond those that Lambda sets
/// @param archiveBytes the size of the deployed archive, zipped
record Variant(
        String name,
        String title,
        String handler,
        Path taskRoot,
        List<Path> classPath,
        List<String> jvmOptions,
        Map<String, String> variables,
        long archiveBytes) {

    Variant {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(handler);
        Objects.requireNonNull(taskRoot);
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
        variables = Map.copyOf(variables);
    }

    Variant with(List<String> options) {
        var all = new java.util.ArrayList<>(jvmOptions);
        all.addAll(options);
        return new Variant(name, title, handler, taskRoot, classPath, all, variables, archiveBytes);
    }
}
