package io.hyperpodgateway.archive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Map;
import java.util.function.Predicate;

/// What is looked up in class files.
final class ClassFiles {

    private ClassFiles() {}

    /// How many places are linked at run time, of those that are asked for.
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
