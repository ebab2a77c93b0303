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
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// `equals` or `hashCode` of a record, as described by [java.lang.runtime.ObjectMethods].
///
/// @param method its name
/// @param shape takes the record, and what it is compared with
/// @param type the record
/// @param fields its components
record RecordMethod(
        String method, MethodTypeDesc shape, ClassDesc type, List<DirectMethodHandleDesc> fields)
        implements PlainMethod {

    private static final String BOOTSTRAPS = "Ljava/lang/runtime/ObjectMethods;";
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc EQUAL =
            MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc HASH =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

    /// The arguments before the components: the record's type and their names.
    private static final int HEAD = 2;

    private static final int PRIME = 31;

    static boolean isOne(InvokeDynamicInstruction code) {
        return code.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS);
    }

    /// The method that an instruction calls.
    ///
    /// @return empty for `toString`, whose speed does not matter
    static Optional<RecordMethod> read(InvokeDynamicInstruction code) {
        String name = code.name().stringValue();
        if (name.equals("toString")) return Optional.empty();
        List<ConstantDesc> arguments = code.bootstrapArgs();
        return Optional.of(
                new RecordMethod(
                        name + "$",
                        code.typeSymbol(),
                        (ClassDesc) arguments.getFirst(),
                        arguments.stream()
                                .skip(HEAD)
                                .map(DirectMethodHandleDesc.class::cast)
                                .toList()));
    }

    @Override
    public void writeTo(ClassBuilder record) {
        boolean compares = shape.returnType().equals(ConstantDescs.CD_boolean);
        record.withMethodBody(
                method,
                shape,
                ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                compares ? this::compare : this::hash);
    }

    private void compare(CodeBuilder code) {
        Label others = code.newLabel();
        Label no = code.newLabel();
        code.aload(0).aload(1).if_acmpne(others).iconst_1().ireturn().labelBinding(others);
        code.aload(1).instanceOf(type).ifeq(no).aload(1).checkcast(type).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            get(code, 0, field);
            get(code, 2, field);
            branch(code, fieldType(field), no);
        }
        code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
    }

    /// Continues if the two values on the stack are equal.
    private static void branch(CodeBuilder code, ClassDesc field, Label no) {
        switch (field.descriptorString()) {
            case "Z", "B", "C", "S", "I" -> code.if_icmpne(no);
            case "J" -> code.lcmp().ifne(no);
            case "F", "D" ->
                    code.invokestatic(Adaptation.box(field), "compare", both(field)).ifne(no);
            default -> code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(no);
        }
    }

    private static MethodTypeDesc both(ClassDesc field) {
        return MethodTypeDesc.of(ConstantDescs.CD_int, field, field);
    }

    private void hash(CodeBuilder code) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            code.loadConstant(PRIME).imul();
            get(code, 0, field);
            ClassDesc of = fieldType(field);
            if (of.isPrimitive())
                code.invokestatic(
                        Adaptation.box(of),
                        "hashCode",
                        MethodTypeDesc.of(ConstantDescs.CD_int, of));
            else code.invokestatic(OBJECTS, "hashCode", HASH);
            code.iadd();
        }
        code.ireturn();
    }

    private void get(CodeBuilder code, int slot, DirectMethodHandleDesc field) {
        code.aload(slot).getfield(type, field.methodName(), fieldType(field));
    }

    private static ClassDesc fieldType(DirectMethodHandleDesc field) {
        return ClassDesc.ofDescriptor(field.lookupDescriptor());
    }
}
