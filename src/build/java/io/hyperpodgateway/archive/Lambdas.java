package io.hyperpodgateway.archive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lambdas of one class, and their classes: one for all of the same interface.
final class Lambdas {

    private final ClassDesc host;
    private final Hierarchy hierarchy;
    private final Map<Set<ClassDesc>, Group> groups = new LinkedHashMap<>();

    Lambdas(ClassDesc host, Hierarchy hierarchy) {
        this.host = host;
        this.hierarchy = hierarchy;
    }

    /// Whether a class can do exactly what the lambda does.
    boolean canBe(LambdaSite site) {
        return site.interfaces().stream().allMatch(type -> hierarchy.find(type).isPresent())
                && reaches(site.body());
    }

    /// A method that is called with `super` can only be called by the class itself, and a protected
    /// one of another package only by subclasses.
    private boolean reaches(DirectMethodHandleDesc body) {
        var found = hierarchy.method(body.owner(), body.methodName(), body.lookupDescriptor());
        if (found.isEmpty()) return false;
        MethodModel method = found.get();
        if (body.kind() == Kind.SPECIAL || body.kind() == Kind.INTERFACE_SPECIAL)
            return method.flags().has(AccessFlag.PRIVATE);
        return !method.flags().has(AccessFlag.PROTECTED) || isOfThisPackage(method);
    }

    private boolean isOfThisPackage(MethodModel method) {
        ClassDesc declaring = method.parent().orElseThrow().thisClass().asSymbol();
        return declaring.packageName().equals(host.packageName());
    }

    /// Finds a class for a lambda, with exactly its interfaces: with more of them `instanceof`
    /// would differ.
    ///
    /// @return the class's name
    ClassDesc add(LambdaSite site) {
        Group group =
                groups.computeIfAbsent(
                        Set.copyOf(site.interfaces()), _ -> new Group(name(groups.size())));
        group.sites().add(site);
        return group.name();
    }

    private ClassDesc name(int number) {
        String suffix = number == 0 ? "$$L" : "$$L" + number;
        return ClassDesc.of(host.packageName(), host.displayName() + suffix);
    }

    int size() {
        return groups.values().stream().mapToInt(group -> group.sites().size()).sum();
    }

    List<ClassDesc> names() {
        return groups.values().stream().map(Group::name).toList();
    }

    /// The classes, by file name.
    Map<String, byte[]> classes(ClassFile format, ClassDesc nestHost) {
        var classes = new HashMap<String, byte[]>();
        for (Group group : groups.values()) {
            var type = new LambdaClass(group.name(), nestHost, group.sites());
            classes.put(Hierarchy.fileName(group.name()), type.bytes(format));
        }
        return classes;
    }

    private record Group(ClassDesc name, List<LambdaSite> sites) {

        Group(ClassDesc name) {
            this(name, new ArrayList<>());
        }
    }
}
