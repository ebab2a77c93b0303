package io.hyperpodgateway.archive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Classes that the JVM's own loader reads see each other and Java's innermost modules alone:
/// neither Lambda's interfaces nor modules such as `java.sql`.
final class BootClasses {

    private static final String CLASS = ".class";
    private static final Set<String> OUTSIDE =
            Set.of("com.amazonaws.services.lambda.", "io.hyperpodgateway.lambda.", "org.crac.");

    private BootClasses() {}

    /// @param files what is to be read by the JVM's own loader
    /// @throws ArchiveException if one of the classes needs what that loader does not see
    static void check(SortedMap<String, byte[]> files) {
        Set<String> unseen = packagesOfOuterModules();
        var mistakes = new TreeSet<String>();
        files.forEach((name, bytes) -> {
            if (!name.endsWith(CLASS)) return;
            for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
                if (entry instanceof ClassEntry type && isOutside(type.asSymbol(), unseen))
                    mistakes.add(
                            "%s needs %s, which the boot loader does not see"
                                    .formatted(name, type.asInternalName()));
            }
        });
        if (!mistakes.isEmpty()) throw new ArchiveException(mistakes.stream().toList());
    }

    private static boolean isOutside(ClassDesc type, Set<String> unseen) {
        ClassDesc element = type;
        while (element.isArray()) element = element.componentType();
        if (element.isPrimitive()) return false;
        String full = element.packageName() + ".";
        return unseen.contains(element.packageName())
                || OUTSIDE.stream().anyMatch(full::startsWith);
    }

    private static Set<String> packagesOfOuterModules() {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getClassLoader() != null)
                .flatMap(module -> module.getPackages().stream())
                .collect(Collectors.toSet());
    }
}
