package io.hyperpodgateway.archive;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Converts a value on the stack to another type, as [java.lang.invoke.LambdaMetafactory] does
/// between a lambda's interface and its body.
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

    private static final Set<ClassDesc> NO_NUMBERS =
            Set.of(ConstantDescs.CD_boolean, ConstantDescs.CD_char);

    private Adaptation() {}

    /// @param given the type known to the verifier
    /// @param wanted the type to leave on the stack
    /// @param instantiated the type at this place, even if a supertype is wanted
    static void adapt(CodeBuilder code, ClassDesc given, ClassDesc wanted, ClassDesc instantiated) {
        if (given.isPrimitive()) {
            adaptPrimitive(code, given, wanted);
            return;
        }
        ClassDesc known = instantiated.isPrimitive() ? given : instantiated;
        cast(code, given, known);
        if (wanted.isPrimitive()) unbox(code, known, wanted);
        else cast(code, known, wanted);
    }

    /// @param known the type known to the verifier
    static void cast(CodeBuilder code, ClassDesc known, ClassDesc wanted) {
        if (!wanted.equals(known) && !wanted.equals(ConstantDescs.CD_Object))
            code.checkcast(wanted);
    }

    /// The wrapper class of a primitive.
    static ClassDesc box(ClassDesc primitive) {
        return Objects.requireNonNull(BOXES.get(primitive));
    }

    private static void adaptPrimitive(CodeBuilder code, ClassDesc given, ClassDesc wanted) {
        if (wanted.isPrimitive()) {
            widen(code, given, wanted);
            return;
        }
        ClassDesc primitive = inside(wanted).orElse(given);
        widen(code, given, primitive);
        ClassDesc box = box(primitive);
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
    }

    private static void widen(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to)) code.conversion(TypeKind.from(from), TypeKind.from(to));
    }

    /// Unwraps, then widens. A value that is not known to be a wrapper may be any number, if a
    /// number is wanted.
    private static void unbox(CodeBuilder code, ClassDesc known, ClassDesc to) {
        Optional<ClassDesc> primitive = inside(known);
        if (primitive.isPresent()) {
            open(code, known, primitive.get());
            widen(code, primitive.get(), to);
            return;
        }
        ClassDesc box = NO_NUMBERS.contains(to) ? box(to) : ConstantDescs.CD_Number;
        cast(code, known, box);
        open(code, box, to);
    }

    private static void open(CodeBuilder code, ClassDesc box, ClassDesc primitive) {
        code.invokevirtual(box, primitive.displayName() + "Value", MethodTypeDesc.of(primitive));
    }

    private static Optional<ClassDesc> inside(ClassDesc box) {
        return BOXES.entrySet().stream()
                .filter(each -> each.getValue().equals(box))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
