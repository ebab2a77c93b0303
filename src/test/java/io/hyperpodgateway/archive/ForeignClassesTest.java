package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.classfile.ClassFile.ACC_ENUM;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Code that Java's own compiler does not write today, and another may: it is still linked at run
/// time.
class ForeignClassesTest {

    private static final ClassDesc HOST = ClassDesc.of("a.Host");
    private static final ClassDesc ABOVE = ClassDesc.of("b.Above");
    private static final ClassDesc COLOUR = ClassDesc.of("b.Colour");

    private static final DirectMethodHandleDesc LAMBDA =
            ConstantDescs.ofCallsiteBootstrap(
                    ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
                    "metafactory",
                    ConstantDescs.CD_CallSite,
                    ConstantDescs.CD_MethodType,
                    ConstantDescs.CD_MethodHandle,
                    ConstantDescs.CD_MethodType);

    private final Map<String, byte[]> files = new HashMap<>();

    @Test
    void writesOutAMethodThatIsInherited() {
        put(ABOVE, type -> method(type, "said", ACC_PUBLIC));
        put(HOST, type -> reference(type.withSuperclass(ABOVE), "said"));

        assertThat(left()).isZero();
    }

    @Test
    void leavesAProtectedMethodOfAnotherPackage() {
        put(ABOVE, type -> method(type, "said", ACC_PROTECTED));
        put(HOST, type -> reference(type.withSuperclass(ABOVE), "said"));

        assertThat(left()).isOne();
    }

    @Test
    void leavesAMethodThatIsNotThere() {
        put(ABOVE, type -> method(type, "other", ACC_PUBLIC));
        put(HOST, type -> reference(type.withSuperclass(ABOVE), "said"));

        assertThat(left()).isOne();
    }

    @Test
    void writesOutASwitchOverAnEnumsConstants() {
        put(COLOUR, type -> constant(type, "RED"));
        put(HOST, type -> choice(type, "enumSwitch", COLOUR, "RED"));

        assertThat(left()).isZero();
    }

    @Test
    void leavesAConstantThatTheEnumNoLongerHas() {
        put(COLOUR, type -> constant(type, "RED"));
        put(HOST, type -> choice(type, "enumSwitch", COLOUR, "RED", "BLUE"));

        assertThat(left()).isOne();
    }

    @Test
    void leavesANameThatIsAFieldAndNoConstant() {
        put(COLOUR, type -> type.withField("RED", COLOUR, ACC_PUBLIC | ACC_STATIC));
        put(HOST, type -> choice(type, "enumSwitch", COLOUR, "RED"));

        assertThat(left()).isOne();
    }

    @Test
    void leavesASwitchOverAPrimitive() {
        put(HOST, type -> choice(type, "typeSwitch", ConstantDescs.CD_int, 1));

        assertThat(left()).isOne();
    }

    @Test
    void leavesALabelThatIsAPrimitiveType() {
        ClassDesc label = ConstantDescs.CD_int;
        put(HOST, type -> choice(type, "typeSwitch", ConstantDescs.CD_Object, label));

        assertThat(left()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 70_000})
    void leavesALabelThatIsANumber(int label) {
        put(HOST, type -> choice(type, "typeSwitch", ConstantDescs.CD_Object, label));

        assertThat(left()).isOne();
    }

    @Test
    void countsWhatIsInAClassThatCannotRun() {
        put(HOST, type -> reference(type.withSuperclass(ABOVE), "said"));

        assertThat(left()).isOne();
    }

    private void put(ClassDesc name, Consumer<ClassBuilder> content) {
        files.put(Hierarchy.fileName(name), ClassFile.of().build(name, content));
    }

    /// The number of instructions that are not replaced, as reported and as found.
    private long left() {
        var plain = new PlainClasses(new Hierarchy(files));
        long left = ClassFiles.dynamic(plain.of(files), _ -> true);
        assertThat(plain.summary()).endsWith(" %d are left to run time".formatted(left));
        return left;
    }

    private static void method(ClassBuilder type, String name, int access) {
        type.withMethodBody(
                name,
                MethodTypeDesc.of(ConstantDescs.CD_String),
                access,
                code -> code.loadConstant(name).areturn());
    }

    private static void constant(ClassBuilder type, String name) {
        type.withSuperclass(ClassDesc.of("java.lang.Enum"))
                .withFlags(ACC_PUBLIC | ACC_ENUM)
                .withField(name, COLOUR, ACC_PUBLIC | ACC_STATIC | ACC_ENUM);
    }

    /// A method that creates a supplier of one of its object.
    private static void reference(ClassBuilder type, String method) {
        var body =
                MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.VIRTUAL,
                        HOST,
                        method,
                        MethodTypeDesc.of(ConstantDescs.CD_String));
        var shape = MethodTypeDesc.of(ClassDesc.of("java.util.function.Supplier"), HOST);
        var place =
                DynamicCallSiteDesc.of(
                        LAMBDA,
                        "get",
                        shape,
                        MethodTypeDesc.of(ConstantDescs.CD_Object),
                        body,
                        MethodTypeDesc.of(ConstantDescs.CD_String));
        type.withMethodBody(
                "made",
                MethodTypeDesc.of(shape.returnType()),
                ACC_PUBLIC,
                code -> code.aload(0).invokedynamic(place).areturn());
    }

    /// A method that finds the label of a value.
    private static void choice(
            ClassBuilder type, String bootstrap, ClassDesc looked, ConstantDesc... labels) {
        var shape = MethodTypeDesc.of(ConstantDescs.CD_int, looked, ConstantDescs.CD_int);
        var place = DynamicCallSiteDesc.of(chooser(bootstrap), bootstrap, shape, labels);
        type.withMethodBody(
                "chosen",
                shape,
                ACC_STATIC,
                code -> {
                    if (looked.isPrimitive()) code.iload(0);
                    else code.aload(0);
                    code.iload(1).invokedynamic(place).ireturn();
                });
    }

    private static DirectMethodHandleDesc chooser(String name) {
        return ConstantDescs.ofCallsiteBootstrap(
                ClassDesc.of("java.lang.runtime.SwitchBootstraps"),
                name,
                ConstantDescs.CD_CallSite,
                ConstantDescs.CD_Object.arrayType());
    }
}
