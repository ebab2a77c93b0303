package io.hyperpodgateway.archive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lambdas of one class, and the classes that they become: one, and more only where two
/// interfaces would meddle with each other.
final class Lambdas {

    private final ClassDesc host;
    private final Hierarchy hierarchy;
    private final List<Group> groups = new ArrayList<>();

    Lambdas(ClassDesc host, Hierarchy hierarchy) {
        this.host = host;
        this.hierarchy = hierarchy;
    }

    /// Whether a class can do exactly what the lambda does.
    boolean canBe(LambdaSite site) {
        return site.interfaces().stream().allMatch(type -> hierarchy.find(type).isPresent())
                && reaches(site.body());
    }

    /// A method that is called past its overriding ones can only be called by the class itself.
    private boolean reaches(DirectMethodHandleDesc body) {
        boolean special = body.kind() == Kind.SPECIAL || body.kind() == Kind.INTERFACE_SPECIAL;
        return !special
                || hierarchy.find(body.owner()).stream()
                        .flatMap(owner -> owner.methods().stream())
                        .filter(method -> isIt(method, body))
                        .anyMatch(method -> method.flags().has(AccessFlag.PRIVATE));
    }

    private static boolean isIt(MethodModel method, DirectMethodHandleDesc body) {
        return method.methodName().equalsString(body.methodName())
                && method.methodType().equalsString(body.lookupDescriptor());
    }

    /// Finds a class for a lambda.
    ///
    /// @return the class's name
    ClassDesc add(LambdaSite site) {
        Map<String, ClassDesc> inherited = inherited(site.interfaces());
        Set<String> implemented = implemented(site);
        for (Group group : groups) {
            if (group.takes(inherited, implemented)) return group.add(site, inherited, implemented);
        }
        var group = new Group(name(groups.size()));
        groups.add(group);
        return group.add(site, inherited, implemented);
    }

    private ClassDesc name(int number) {
        String suffix = number == 0 ? "$$L" : "$$L" + number;
        return ClassDesc.of(host.packageName(), host.displayName() + suffix);
    }

    int size() {
        return groups.stream().mapToInt(group -> group.sites().size()).sum();
    }

    List<ClassDesc> names() {
        return groups.stream().map(Group::name).toList();
    }

    /// The classes, by the names of their files.
    Map<String, byte[]> classes(ClassFile format, ClassDesc nestHost) {
        var classes = new HashMap<String, byte[]>();
        for (Group group : groups) {
            var type = new LambdaClass(group.name(), nestHost, group.sites());
            classes.put(Hierarchy.fileName(group.name()), type.bytes(format));
        }
        return classes;
    }

    private static Set<String> implemented(LambdaSite site) {
        var methods = new HashSet<String>();
        site.shapes().forEach(shape -> methods.add(site.method() + shape.descriptorString()));
        return methods;
    }

    /// The default methods of interfaces, each with the interface that has it.
    private Map<String, ClassDesc> inherited(List<ClassDesc> interfaces) {
        var methods = new HashMap<String, ClassDesc>();
        for (ClassDesc type : withTheirs(interfaces)) {
            ClassModel model = hierarchy.find(type).orElseThrow();
            for (MethodModel method : model.methods()) {
                if (method.code().isEmpty() || method.flags().has(AccessFlag.STATIC)) continue;
                methods.put(
                        method.methodName().stringValue() + method.methodType().stringValue(),
                        type);
            }
        }
        return methods;
    }

    private Set<ClassDesc> withTheirs(List<ClassDesc> interfaces) {
        var all = new LinkedHashSet<ClassDesc>();
        for (ClassDesc type : interfaces) {
            List<ClassDesc> theirs =
                    hierarchy.find(type).orElseThrow().interfaces().stream()
                            .map(each -> each.asSymbol())
                            .toList();
            all.addAll(withTheirs(theirs));
            all.add(type);
        }
        return all;
    }

    /// Lambdas that share a class.
    private record Group(
            ClassDesc name,
            List<LambdaSite> sites,
            Map<String, ClassDesc> inherited,
            Set<String> implemented) {

        Group(ClassDesc name) {
            this(name, new ArrayList<>(), new HashMap<>(), new HashSet<>());
        }

        /// Whether no default method would get lost, neither behind another nor behind what is
        /// implemented for another lambda.
        boolean takes(Map<String, ClassDesc> theirs, Set<String> method) {
            boolean same =
                    theirs.entrySet().stream()
                            .allMatch(each ->
                                    inherited
                                            .getOrDefault(each.getKey(), each.getValue())
                                            .equals(each.getValue()));
            return same
                    && method.stream().noneMatch(inherited::containsKey)
                    && theirs.keySet().stream().noneMatch(implemented::contains);
        }

        ClassDesc add(LambdaSite site, Map<String, ClassDesc> theirs, Set<String> method) {
            sites.add(site);
            inherited.putAll(theirs);
            implemented.addAll(method);
            return name;
        }
    }
}
