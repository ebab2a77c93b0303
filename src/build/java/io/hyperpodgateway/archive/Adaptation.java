package io.hyperpodgateway.archive;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/// Turns a value on the stack into one of another type, as [java.lang.invoke.LambdaMetafactory]
/// does between a lambda's interface and its body.
final class Adaptation {

    private static final Map<ClassDesc, ClassDesc> BOXES =
            Map.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
                    ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
                    ConstantDescs.CD_char, ConstantDescs.CD_Character,
                    ConstantDescs.CD_short, ConstantDescs.CD_Short,
                    ConstantDescs.CD_int, ConstantDescs.CD_Integer,
                    ConstantDescs.CD_long, ConstantDescs.CD_Long,
                    ConstantDescs.CD_float, ConstantDescs.CD_Float,
                    ConstantDescs.CD_double, ConstantDescs.CD_Double);

    private Adaptation() {}

    /// @param from the type that the value is known to be of, more than the verifier may know
    /// @param to the type that is wanted
    static void adapt(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (from.isPrimitive() && to.isPrimitive()) {
            convert(code, from, to);
            return;
        }
        if (from.isPrimitive()) {
            box(code, from);
            return;
        }
        if (to.isPrimitive()) {
            unbox(code, from, to);
            return;
        }
        if (!to.equals(ConstantDescs.CD_Object)) code.checkcast(to);
    }

    /// The class of a primitive's values as objects.
    static ClassDesc box(ClassDesc primitive) {
        return BOXES.get(primitive);
    }

    private static void convert(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to)) code.conversion(TypeKind.from(from), TypeKind.from(to));
    }

    private static void box(CodeBuilder code, ClassDesc primitive) {
        ClassDesc box = BOXES.get(primitive);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
    }

    /// A box of another primitive is opened and widened; of anything else, it is the wanted one's.
    private static void unbox(CodeBuilder code, ClassDesc from, ClassDesc to) {
        ClassDesc primitive = inside(from).orElse(to);
        ClassDesc box = BOXES.get(primitive);
        code.checkcast(box)
                .invokevirtual(
                        box, primitive.displayName() + "Value", MethodTypeDesc.of(primitive));
        convert(code, primitive, to);
    }

    private static Optional<ClassDesc> inside(ClassDesc box) {
        return BOXES.entrySet().stream()
                .filter(each -> each.getValue().equals(box))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
