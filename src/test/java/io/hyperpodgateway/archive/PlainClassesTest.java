package io.hyperpodgateway.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

class PlainClassesTest {

    private static final String SAMPLES = "io/hyperpodgateway/archive/Samples";

    @Test
    void rewritesClassesThatAnswerAsBefore() throws Exception {
        Class<?> rewritten = define(rewritten()).loadClass(Samples.class.getName());

        assertThat(rewritten).isNotSameAs(Samples.class);
        assertThat(rewritten.getMethod("answers").invoke(null)).isEqualTo(Samples.answers());
    }

    @Test
    void leavesOnlyWhatTakesMoreThanPlainCode() throws IOException {
        var plain = new PlainClasses(new Hierarchy(samples()));
        Map<String, byte[]> files = plain.of(samples());

        assertThat(plain.summary()).contains(" left to run time");
        // a serializable one, where it is created and where it is deserialized
        assertThat(ClassFiles.dynamic(files, LambdaSite::isOne)).isEqualTo(2);
        assertThat(ClassFiles.dynamic(files, PatternSwitch::isOne)).isEqualTo(1);
        assertThat(ClassFiles.dynamic(files, RecordMethod::isOne))
                .isEqualTo(ClassFiles.dynamic(files, PlainClassesTest::isToString));
    }

    @Test
    void makesOneClassOfAllLambdasOfOneInterface() throws IOException {
        assertThat(rewritten().keySet())
                .filteredOn(name -> name.startsWith(SAMPLES + "$Sort$$L"))
                .hasSize(1);
        assertThat(rewritten().values())
                .filteredOn(PlainClassesTest::isOfLambdas)
                .allSatisfy(bytes ->
                        assertThat(ClassFile.of().parse(bytes).interfaces())
                                .isNotEmpty()
                                .hasSizeLessThan(3));
    }

    @Test
    void keepsWhatIsCapturedInFinalFields() throws IOException {
        assertThat(rewritten().values())
                .filteredOn(PlainClassesTest::isOfLambdas)
                .flatMap(bytes -> ClassFile.of().parse(bytes).fields())
                .hasSizeGreaterThan(10)
                .allMatch(field -> field.flags().has(AccessFlag.FINAL));
    }

    @Test
    void makesTheSameOfTheSame() throws IOException {
        assertThat(rewritten()).containsExactlyEntriesOf(rewritten());
    }

    @Test
    void leavesWhatNamesAClassThatIsNotThere() throws IOException {
        SortedMap<String, byte[]> files = samples();
        files.remove(SAMPLES + "$Outer.class");
        var plain = new PlainClasses(new Hierarchy(files));

        Map<String, byte[]> after = plain.of(files);

        assertThat(after.get(SAMPLES + "$Inner.class"))
                .isEqualTo(files.get(SAMPLES + "$Inner.class"));
    }

    @Test
    void failsWhereTheVerifierOfTheJvmWould() throws IOException {
        SortedMap<String, byte[]> files = samples();
        String broken = SAMPLES + "$Sort.class";
        files.put(broken, withoutNew(files.get(broken)));

        assertThatThrownBy(() -> new PlainClasses(new Hierarchy(files)).of(files))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(broken);
    }

    /// The class with one instruction less, so that its stack is invalid.
    private static byte[] withoutNew(byte[] bytes) {
        ClassFile format = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.transformingMethodBodies((code, element) -> {
                    if (!(element instanceof NewObjectInstruction)) code.with(element);
                }));
    }

    private static boolean isOfLambdas(byte[] bytes) {
        return ClassFile.of().parse(bytes).thisClass().asInternalName().contains("$$L");
    }

    private static boolean isToString(InvokeDynamicInstruction code) {
        return RecordMethod.isOne(code) && code.name().equalsString("toString");
    }

    private static SortedMap<String, byte[]> rewritten() throws IOException {
        return new PlainClasses(new Hierarchy(samples())).of(samples());
    }

    private static SortedMap<String, byte[]> samples() throws IOException {
        var files =
                new TreeMap<>(
                        Contents.ofFolder(Path.of("target/test-classes/" + SAMPLES).getParent()));
        var samples = new TreeMap<String, byte[]>();
        files.forEach((name, bytes) -> {
            if (name.matches("Samples(\\$.*)?\\.class"))
                samples.put("io/hyperpodgateway/archive/" + name, bytes);
        });
        return samples;
    }

    /// These classes and Java's only.
    private static ClassLoader define(Map<String, byte[]> files) {
        return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = files.get(Hierarchy.fileName(ClassDesc.of(name)));
                if (bytes == null) throw new ClassNotFoundException(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
