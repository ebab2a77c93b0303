package io.hyperpodgateway.archive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Map;
import java.util.function.Predicate;

/// Searches class files.
final class ClassFiles {

    private ClassFiles() {}

    /// The number of matching instructions that are linked at run time.
    static long dynamic(Map<String, byte[]> files, Predicate<InvokeDynamicInstruction> which) {
        return files.values().stream()
                .flatMap(bytes -> ClassFile.of().parse(bytes).methods().stream())
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(which)
                .count();
    }
}
