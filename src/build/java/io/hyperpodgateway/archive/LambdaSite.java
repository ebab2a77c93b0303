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

/// A place in the code where a lambda, or what is written as a method reference, becomes an object.
///
/// @param number tells it from the others of its class
/// @param method of the interface, by name
/// @param captured the types of what it keeps; returns the interface
/// @param shapes what the method looks like: as the interface erases it, and in bridges to it
/// @param instantiated what it looks like with the type arguments of this place
/// @param body what is called
/// @param markers further interfaces, of which nothing is called
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

    /// Reads it by the description of [LambdaMetafactory].
    ///
    /// @return nothing if it is serializable: that takes more than a class
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

    /// All that the object is.
    List<ClassDesc> interfaces() {
        return Stream.concat(Stream.of(type()), markers.stream()).distinct().toList();
    }

    /// What `altMetafactory` is told beyond what `metafactory` is: flags, then for each flag a
    /// number and as many values.
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
