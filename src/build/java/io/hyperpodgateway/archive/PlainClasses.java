package io.hyperpodgateway.archive;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Replaces the lambdas, pattern switches and records' methods of many classes by plain code, and
/// verifies each changed class.
final class PlainClasses {

    private static final String CLASS = ".class";

    private final Hierarchy hierarchy;
    private final ClassFile format;
    private int lambdas;
    private int methods;
    private int left;

    PlainClasses(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy.resolver()));
    }

    /// @param files classes and others, by name; all of a nest or none
    /// @return the same files with rewritten classes, and the classes of their lambdas
    /// @throws ArchiveException if a class would not pass the JVM's verifier
    SortedMap<String, byte[]> of(Map<String, byte[]> files) {
        var all = new TreeMap<>(files);
        var changed = new TreeMap<String, byte[]>();
        var members = new TreeMap<String, List<ClassDesc>>();
        for (var file : files.entrySet()) {
            if (!file.getKey().endsWith(CLASS)) continue;
            ClassModel model = format.parse(file.getValue());
            var one = new PlainClass(model, hierarchy);
            if (!isWhole(model)) {
                left += one.places();
                continue;
            }
            count(one);
            if (!one.changes()) continue;
            changed.putAll(files(one, file.getKey()));
            members.computeIfAbsent(Hierarchy.fileName(one.nestHost()), _ -> new ArrayList<>())
                    .addAll(one.lambdaClasses());
        }
        all.putAll(changed);
        members.forEach((host, more) ->
                changed.put(host, withMembers(Objects.requireNonNull(all.get(host)), more)));
        all.putAll(changed);
        verify(changed);
        return all;
    }

    /// Whether every class exists that the class refers to. Part of a library may refer to another
    /// one that is not deployed; it can neither run nor be verified.
    private boolean isWhole(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type && !isThere(type.asSymbol())) return false;
        }
        return true;
    }

    private boolean isThere(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) element = element.componentType();
        return element.isPrimitive() || hierarchy.find(element).isPresent();
    }

    private Map<String, byte[]> files(PlainClass one, String name) {
        try {
            return one.files(format);
        } catch (IllegalArgumentException e) {
            throw new ArchiveException(List.of(name + ": " + e.getMessage()));
        }
    }

    private void count(PlainClass one) {
        lambdas += one.lambdaCount();
        methods += one.methodCount();
        left += one.left();
    }

    private byte[] withMembers(byte[] nestHost, List<ClassDesc> more) {
        if (more.isEmpty()) return nestHost;
        ClassModel model = format.parse(nestHost);
        var members = new ArrayList<ClassDesc>();
        model.findAttribute(Attributes.nestMembers())
                .ifPresent(old -> old.nestMembers().forEach(it -> members.add(it.asSymbol())));
        members.addAll(more);
        return format.transformClass(
                model,
                ClassTransform.dropping(NestMembersAttribute.class::isInstance)
                        .andThen(PlainClasses::withNests)
                        .andThen(
                                ClassTransform.endHandler(type ->
                                        type.with(NestMembersAttribute.ofSymbols(members)))));
    }

    /// Nests exist since Java 11.
    private static void withNests(ClassBuilder type, ClassElement element) {
        if (element instanceof ClassFileVersion version
                && version.majorVersion() < ClassFile.JAVA_11_VERSION) {
            type.withVersion(ClassFile.JAVA_11_VERSION, 0);
            return;
        }
        type.with(element);
    }

    private void verify(Map<String, byte[]> changed) {
        var mistakes = new ArrayList<String>();
        changed.forEach((name, bytes) ->
                format.verify(bytes)
                        .forEach(error -> mistakes.add(name + ": " + error.getMessage())));
        if (!mistakes.isEmpty()) throw new ArchiveException(mistakes);
    }

    /// What was replaced, and what is still linked at run time.
    String summary() {
        return "%d lambdas and %d other places are plain code, %d are left to run time"
                .formatted(lambdas, methods, left);
    }
}
