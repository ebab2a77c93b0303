package io.hyperpodgateway.archive;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;

/// A switch over types, strings or an enum's constants, as a method that compares with one label
/// after the other, as [java.lang.runtime.SwitchBootstraps] would create at run time.
///
/// @param method its name
/// @param shape takes the selector and the first label to compare; returns the number of the label
/// @param labels types, strings, or the names of constants
/// @param ofEnum whether strings are the names of constants
record PatternSwitch(String method, MethodTypeDesc shape, List<ConstantDesc> labels, boolean ofEnum)
        implements PlainMethod {

    private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    static boolean isOne(InvokeDynamicInstruction code) {
        return code.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS);
    }

    /// The switch that an instruction calls.
    ///
    /// @return empty if the selector is a primitive, or if a label is of another kind: a number, a
    ///   constant among types, a constant that the enum no longer has
    static Optional<PatternSwitch> read(
            InvokeDynamicInstruction code, int number, Hierarchy hierarchy) {
        var one =
                new PatternSwitch(
                        "switch$" + number,
                        code.typeSymbol(),
                        List.copyOf(code.bootstrapArgs()),
                        code.bootstrapMethod().methodName().equals("enumSwitch"));
        return Optional.of(one).filter(it -> it.isPlain(hierarchy));
    }

    private boolean isPlain(Hierarchy hierarchy) {
        return !looked().isPrimitive()
                && labels.stream()
                        .allMatch(label ->
                                switch (label) {
                                    case ClassDesc type -> !type.isPrimitive();
                                    case String text -> !ofEnum || isConstant(text, hierarchy);
                                    default -> false;
                                });
    }

    private boolean isConstant(String name, Hierarchy hierarchy) {
        return hierarchy.find(looked()).stream()
                .flatMap(type -> type.fields().stream())
                .anyMatch(field ->
                        field.fieldName().equalsString(name) && field.flags().has(AccessFlag.ENUM));
    }

    private ClassDesc looked() {
        return shape.parameterType(0);
    }

    @Override
    public void writeTo(ClassBuilder type) {
        type.withMethodBody(method, shape, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, this::compare);
    }

    private void compare(CodeBuilder code) {
        Label there = code.newLabel();
        code.aload(0).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            compare(code, labels.get(i), next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private void compare(CodeBuilder code, ConstantDesc label, Label next) {
        if (label instanceof ClassDesc type) {
            code.aload(0).instanceOf(type).ifeq(next);
            return;
        }
        String text = (String) label;
        if (ofEnum) code.aload(0).getstatic(looked(), text, looked()).if_acmpne(next);
        else
            code.loadConstant(text)
                    .aload(0)
                    .invokevirtual(ConstantDescs.CD_String, "equals", EQUALS)
                    .ifeq(next);
    }
}
