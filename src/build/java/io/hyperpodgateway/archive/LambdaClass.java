package io.hyperpodgateway.archive;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.classfile.ClassFile.JAVA_17_VERSION;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// One class for the lambdas of one interface in another class: an object has the number of its
/// site and the captured values, and each method dispatches by that number. One class instead of
/// one for each lambda makes a start quick.
final class LambdaClass {

    private static final String NUMBER = "number";
    private static final ClassDesc IMPOSSIBLE = ClassDesc.of("java.lang.IllegalStateException");

    private final ClassDesc name;
    private final ClassDesc nestHost;
    private final List<LambdaSite> sites;
    private final Map<LambdaSite, List<Field>> captured = new LinkedHashMap<>();

    private record Field(String name, ClassDesc type) {}

    private record Method(String name, MethodTypeDesc shape) {}

    /// @param nestHost gives access to private methods
    /// @param sites of the same interfaces, in ascending order of their numbers
    LambdaClass(ClassDesc name, ClassDesc nestHost, List<LambdaSite> sites) {
        this.name = name;
        this.nestHost = nestHost;
        this.sites = List.copyOf(sites);
        for (LambdaSite site : sites) captured.put(site, fields(site));
    }

    /// The static method that creates the object of a site; it takes the captured values.
    static String factory(LambdaSite site) {
        return "of" + site.number();
    }

    byte[] bytes(ClassFile format) {
        return format.build(name, this::build);
    }

    private void build(ClassBuilder type) {
        type.withVersion(JAVA_17_VERSION, 0)
                .withFlags(ACC_FINAL | ACC_SYNTHETIC | ACC_SUPER)
                .withInterfaceSymbols(sites.getFirst().interfaces())
                .with(NestHostAttribute.of(nestHost));
        type.withField(NUMBER, ConstantDescs.CD_int, ACC_PRIVATE | ACC_FINAL);
        captured.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(field ->
                        type.withField(field.name(), field.type(), ACC_PRIVATE | ACC_FINAL));
        captured.values().stream()
                .distinct()
                .forEach(kept ->
                        type.withMethodBody(
                                ConstantDescs.INIT_NAME,
                                constructor(kept),
                                ACC_PRIVATE,
                                code -> construct(code, kept)));
        sites.forEach(site ->
                type.withMethodBody(
                        factory(site), site.captured(), ACC_STATIC, code -> make(code, site)));
        methods()
                .forEach((method, those) ->
                        type.withMethodBody(
                                method.name(),
                                method.shape(),
                                ACC_PUBLIC,
                                code -> dispatch(code, method, those)));
    }

    private Map<Method, List<LambdaSite>> methods() {
        var methods = new LinkedHashMap<Method, List<LambdaSite>>();
        for (LambdaSite site : sites) {
            for (MethodTypeDesc shape : site.shapes()) {
                methods.computeIfAbsent(new Method(site.method(), shape), _ -> new ArrayList<>())
                        .add(site);
            }
        }
        return methods;
    }

    /// Sites share fields: one for each kind of value, as many as the site with the most needs.
    private static List<Field> fields(LambdaSite site) {
        var fields = new ArrayList<Field>();
        for (ClassDesc type : site.captured().parameterList()) {
            ClassDesc kept = TypeKind.from(type).asLoadable().upperBound();
            long before = fields.stream().filter(field -> field.type().equals(kept)).count();
            fields.add(new Field(kept.displayName().toLowerCase(Locale.ROOT) + before, kept));
        }
        return fields;
    }

    /// Takes the number of the site, then its captured values.
    private static MethodTypeDesc constructor(List<Field> kept) {
        return MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int)
                .insertParameterTypes(1, kept.stream().map(Field::type).toArray(ClassDesc[]::new));
    }

    /// As in a lambda, fields are final, so that they are visible to every thread that sees the
    /// object.
    private void construct(CodeBuilder code, List<Field> kept) {
        code.aload(0)
                .invokespecial(
                        ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .aload(0)
                .iload(code.parameterSlot(0))
                .putfield(name, NUMBER, ConstantDescs.CD_int);
        for (int i = 0; i < kept.size(); i++) {
            Field field = kept.get(i);
            code.aload(0)
                    .loadLocal(TypeKind.from(field.type()), code.parameterSlot(1 + i))
                    .putfield(name, field.name(), field.type());
        }
        code.return_();
    }

    private void make(CodeBuilder code, LambdaSite site) {
        code.new_(name).dup().loadConstant(site.number());
        for (int i = 0; i < site.captured().parameterCount(); i++) {
            code.loadLocal(TypeKind.from(site.captured().parameterType(i)), code.parameterSlot(i));
        }
        code.invokespecial(name, ConstantDescs.INIT_NAME, constructor(kept(site))).areturn();
    }

    private List<Field> kept(LambdaSite site) {
        return Objects.requireNonNull(captured.get(site));
    }

    private void dispatch(CodeBuilder code, Method method, List<LambdaSite> those) {
        if (those.size() == 1) {
            call(code, method.shape(), those.getFirst());
            return;
        }
        var cases = those.stream().map(it -> SwitchCase.of(it.number(), code.newLabel())).toList();
        Label none = code.newLabel();
        code.aload(0).getfield(name, NUMBER, ConstantDescs.CD_int);
        code.tableswitch(those.getFirst().number(), those.getLast().number(), none, cases);
        for (int i = 0; i < those.size(); i++) {
            code.labelBinding(cases.get(i).target());
            call(code, method.shape(), those.get(i));
        }
        code.labelBinding(none)
                .new_(IMPOSSIBLE)
                .dup()
                .invokespecial(IMPOSSIBLE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .athrow();
    }

    /// Calls the body with the captured values and the arguments, and returns its result.
    private void call(CodeBuilder code, MethodTypeDesc shape, LambdaSite site) {
        var body = site.body();
        MethodTypeDesc wanted = body.invocationType();
        if (body.kind() == Kind.CONSTRUCTOR) code.new_(body.owner()).dup();
        int first = site.captured().parameterCount();
        for (int i = 0; i < first; i++) {
            Field field = kept(site).get(i);
            code.aload(0).getfield(name, field.name(), field.type());
            if (!field.type().isPrimitive())
                Adaptation.cast(code, field.type(), wanted.parameterType(i));
        }
        for (int i = 0; i < shape.parameterCount(); i++) {
            ClassDesc given = shape.parameterType(i);
            code.loadLocal(TypeKind.from(given), code.parameterSlot(i));
            Adaptation.adapt(
                    code,
                    given,
                    wanted.parameterType(first + i),
                    site.instantiated().parameterType(i));
        }
        invoke(code, site);
        answer(code, answered(site), shape.returnType(), site.instantiated().returnType());
    }

    private static ClassDesc answered(LambdaSite site) {
        var body = site.body();
        return body.kind() == Kind.CONSTRUCTOR ? body.owner() : body.invocationType().returnType();
    }

    private static void invoke(CodeBuilder code, LambdaSite site) {
        var body = site.body();
        var shape = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        switch (body.kind()) {
            case STATIC, INTERFACE_STATIC ->
                    code.invokestatic(
                            body.owner(), body.methodName(), shape, body.isOwnerInterface());
            case VIRTUAL, SPECIAL -> code.invokevirtual(body.owner(), body.methodName(), shape);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL ->
                    code.invokeinterface(body.owner(), body.methodName(), shape);
            case CONSTRUCTOR -> code.invokespecial(body.owner(), ConstantDescs.INIT_NAME, shape);
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
                    throw new IllegalArgumentException("no lambda's body is a field: " + body);
        }
    }

    private static void answer(
            CodeBuilder code, ClassDesc given, ClassDesc wanted, ClassDesc instantiated) {
        if (wanted.equals(ConstantDescs.CD_void)) drop(code, given);
        else Adaptation.adapt(code, given, wanted, instantiated);
        code.return_(TypeKind.from(wanted));
    }

    private static void drop(CodeBuilder code, ClassDesc value) {
        switch (TypeKind.from(value).slotSize()) {
            case 1 -> code.pop();
            case 2 -> code.pop2();
            default -> {}
        }
    }
}
