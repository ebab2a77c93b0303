package io.hyperpodgateway.archive;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rewrites one class with lambdas, pattern switches and records' methods.
final class PlainClass {

    private final ClassModel model;
    private final ClassDesc name;
    private final Hierarchy hierarchy;
    private final Lambdas lambdas;
    private final List<PlainMethod> methods = new ArrayList<>();
    private final Map<String, List<Replacement>> places = new HashMap<>();
    private int left;

    /// The replacement of one `invokedynamic`.
    private sealed interface Replacement {

        record Same() implements Replacement {}

        record Lambda(ClassDesc owner, LambdaSite site) implements Replacement {}

        record Method(PlainMethod method) implements Replacement {}
    }

    PlainClass(ClassModel model, Hierarchy hierarchy) {
        this.model = model;
        this.name = model.thisClass().asSymbol();
        this.hierarchy = hierarchy;
        this.lambdas = new Lambdas(name, hierarchy);
        for (MethodModel method : model.methods()) read(method);
    }

    private void read(MethodModel method) {
        var found = new ArrayList<Replacement>();
        method.code()
                .ifPresent(code -> {
                    for (CodeElement element : code) {
                        if (element instanceof InvokeDynamicInstruction dynamic)
                            found.add(place(dynamic));
                    }
                });
        places.put(key(method), found);
    }

    private Replacement place(InvokeDynamicInstruction code) {
        if (LambdaSite.isOne(code)) return lambda(code);
        if (PatternSwitch.isOne(code))
            return method(PatternSwitch.read(code, methods.size(), hierarchy));
        if (RecordMethod.isOne(code)) return method(RecordMethod.read(code));
        return new Replacement.Same();
    }

    private Replacement lambda(InvokeDynamicInstruction code) {
        var site = LambdaSite.read(code, lambdas.size()).filter(lambdas::canBe);
        if (site.isEmpty()) return keep();
        return new Replacement.Lambda(lambdas.add(site.get()), site.get());
    }

    private Replacement method(Optional<? extends PlainMethod> method) {
        if (method.isEmpty()) return keep();
        methods.add(method.get());
        return new Replacement.Method(method.get());
    }

    private Replacement keep() {
        left++;
        return new Replacement.Same();
    }

    boolean changes() {
        return lambdas.size() > 0 || !methods.isEmpty();
    }

    int lambdaCount() {
        return lambdas.size();
    }

    int methodCount() {
        return methods.size();
    }

    /// The number of instructions that are still linked at run time.
    int left() {
        return left;
    }

    /// The number of instructions before.
    int places() {
        return lambdaCount() + methodCount() + left;
    }

    /// The class through which its lambdas' classes access private members. Class files from before
    /// Java 11 have no nests: there each class is its own.
    ClassDesc nestHost() {
        if (model.majorVersion() < ClassFile.JAVA_11_VERSION) return name;
        return model.findAttribute(Attributes.nestHost())
                .map(host -> host.nestHost().asSymbol())
                .orElse(name);
    }

    List<ClassDesc> lambdaClasses() {
        return lambdas.names();
    }

    /// The class itself and those of its lambdas, by file name.
    Map<String, byte[]> files(ClassFile format) {
        var files = new HashMap<>(lambdas.classes(format, nestHost()));
        files.put(Hierarchy.fileName(name), format.transformClass(model, new Rewriting()));
        return files;
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    private final class Rewriting implements ClassTransform {

        @Override
        public void accept(ClassBuilder type, ClassElement element) {
            if (element instanceof MethodModel method && !of(method).isEmpty()) {
                type.transformMethod(
                        method,
                        MethodTransform.transformingCode(
                                CodeTransform.ofStateful(() -> body(method))));
                return;
            }
            type.with(element);
        }

        @Override
        public void atEnd(ClassBuilder type) {
            methods.forEach(each -> each.writeTo(type));
        }
    }

    private List<Replacement> of(MethodModel method) {
        return places.getOrDefault(key(method), List.of());
    }

    private CodeTransform body(MethodModel method) {
        Iterator<Replacement> next = of(method).iterator();
        return (code, element) -> {
            if (element instanceof InvokeDynamicInstruction) write(code, element, next.next());
            else code.with(element);
        };
    }

    private void write(CodeBuilder code, CodeElement element, Replacement place) {
        switch (place) {
            case Replacement.Same() -> code.with(element);
            case Replacement.Lambda(var owner, var site) ->
                    code.invokestatic(owner, LambdaClass.factory(site), site.captured());
            case Replacement.Method(var method) ->
                    code.invokestatic(
                            name,
                            method.method(),
                            method.shape(),
                            model.flags().has(AccessFlag.INTERFACE));
        }
    }
}
