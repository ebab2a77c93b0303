package io.hyperpodgateway.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The class hierarchy of all classes of the run time, including Java's own.
final class Hierarchy {

    private final Map<String, byte[]> files;
    private final Map<ClassDesc, Optional<ClassModel>> models = new ConcurrentHashMap<>();

    /// @param files by name, such as `a/B.class`
    Hierarchy(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    Hierarchy with(Map<String, byte[]> more) {
        var all = new HashMap<>(files);
        more.forEach(all::putIfAbsent);
        return new Hierarchy(all);
    }

    /// A class, if it exists: libraries refer to some that are never deployed with ours.
    Optional<ClassModel> find(ClassDesc type) {
        return models.computeIfAbsent(type, this::read);
    }

    /// A method of a class, declared or inherited.
    Optional<MethodModel> method(ClassDesc type, String name, String descriptor) {
        return find(type).flatMap(model -> method(model, name, descriptor));
    }

    private Optional<MethodModel> method(ClassModel type, String name, String descriptor) {
        for (MethodModel method : type.methods()) {
            if (method.methodName().equalsString(name)
                    && method.methodType().equalsString(descriptor)) return Optional.of(method);
        }
        return Stream.concat(type.superclass().stream(), type.interfaces().stream())
                .flatMap(above -> method(above.asSymbol(), name, descriptor).stream())
                .findFirst();
    }

    private Optional<ClassModel> read(ClassDesc type) {
        return bytes(fileName(type)).map(bytes -> ClassFile.of().parse(bytes));
    }

    private Optional<byte[]> bytes(String name) {
        byte[] ours = files.get(name);
        if (ours != null) return Optional.of(ours);
        try (InputStream javas = ClassLoader.getPlatformClassLoader().getResourceAsStream(name)) {
            return javas == null ? Optional.empty() : Optional.of(javas.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For stack maps, and for their verification.
    ClassHierarchyResolver resolver() {
        return ClassHierarchyResolver.ofResourceParsing(
                        type -> bytes(fileName(type)).map(ByteArrayInputStream::new).orElse(null))
                .cached(ConcurrentHashMap::new);
    }

    static String fileName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }
}
