package io.hyperpodgateway.archive;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A place in the code that creates an object from a lambda or a method reference.
///
/// @param number unique within its class
/// @param method the name of the interface's method
/// @param captured the types of the captured values; returns the interface
/// @param shapes the types of the method: as the interface erases them, and those of bridges
/// @param instantiated the types with the type arguments of this place
/// @param body the called method
/// @param markers further interfaces without methods to call
record LambdaSite(
        int number,
        String method,
        MethodTypeDesc captured,
        List<MethodTypeDesc> shapes,
        MethodTypeDesc instantiated,
        DirectMethodHandleDesc body,
        List<ClassDesc> markers) {

    private static final String FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";

    static boolean isOne(InvokeDynamicInstruction code) {
        return code.bootstrapMethod().owner().descriptorString().equals(FACTORY);
    }

    /// Reads a site as described by [LambdaMetafactory].
    ///
    /// @return empty if it is serializable, which needs more than a class
    static Optional<LambdaSite> read(InvokeDynamicInstruction code, int number) {
        List<ConstantDesc> arguments = code.bootstrapArgs();
        var rest = new Rest(arguments);
        if (rest.has(LambdaMetafactory.FLAG_SERIALIZABLE)) return Optional.empty();
        List<ClassDesc> markers = rest.take(LambdaMetafactory.FLAG_MARKERS, ClassDesc.class);
        var shapes = new ArrayList<MethodTypeDesc>();
        shapes.add((MethodTypeDesc) arguments.getFirst());
        shapes.addAll(rest.take(LambdaMetafactory.FLAG_BRIDGES, MethodTypeDesc.class));
        return Optional.of(
                new LambdaSite(
                        number,
                        code.name().stringValue(),
                        code.typeSymbol(),
                        shapes.stream().distinct().toList(),
                        (MethodTypeDesc) arguments.get(2),
                        (DirectMethodHandleDesc) arguments.get(1),
                        markers));
    }

    ClassDesc type() {
        return captured.returnType();
    }

    /// All interfaces of the object.
    List<ClassDesc> interfaces() {
        return Stream.concat(Stream.of(type()), markers.stream()).distinct().toList();
    }

    /// The additional arguments of `altMetafactory`: flags, then for each flag a number and that
    /// many values.
    private static final class Rest {

        private static final int FLAGS = 3;

        private final List<ConstantDesc> arguments;
        private final int flags;
        private int next = FLAGS + 1;

        Rest(List<ConstantDesc> arguments) {
            this.arguments = arguments;
            this.flags = arguments.size() > FLAGS ? (Integer) arguments.get(FLAGS) : 0;
        }

        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        <T> List<T> take(int flag, Class<T> type) {
            if (!has(flag)) return List.of();
            int first = next + 1;
            next = first + (Integer) arguments.get(next);
            return arguments.subList(first, next).stream().map(type::cast).toList();
        }
    }
}
