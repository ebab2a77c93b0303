package io.hyperpodgateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import io.hyperpodgateway.archive.WriteArchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The allowed imports between rooms, including the code that only runs in the build.
@AnalyzeClasses(packages = "io.hyperpodgateway", importOptions = RoomsTest.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "io.hyperpodgateway.";

    private static final String[] INNER = {
        "text",
        "json",
        "finding",
        "request",
        "model",
        "shape",
        "rules",
        "identity",
        "policy",
        "audit"
    };

    private static final String[] WITH_ADMISSION =
            Stream.concat(Stream.of(INNER), Stream.of("admission")).toArray(String[]::new);

    /// The build's own code is compiled a second time with the tests.
    static final class DoNotIncludeTests implements ImportOption {

        private static final ImportOption BUILT = new ImportOption.DoNotIncludeTests();
        private static final Pattern CLASS =
                Pattern.compile(".*/test-classes/([^$]*?)(\\$.*)?\\.class");

        @Override
        public boolean includes(Location location) {
            if (BUILT.includes(location)) return true;
            Matcher name = CLASS.matcher(location.asURI().toString());
            return name.matches()
                    && Files.exists(Path.of("src/build/java", name.group(1) + ".java"));
        }
    }

    @ArchTest
    static void coverWhatTheBuildRuns(JavaClasses classes) {
        assertThat(classes.contain(WriteArchive.class)).isTrue();
        assertThat(classes.contain("io.hyperpodgateway.http.OpenApiDocument")).isTrue();
        assertThat(classes.contain(RoomsTest.class)).isFalse();
    }

    /// Writing the archive does not depend on the gateway's decisions.
    @ArchTest
    static final ArchRule whatWritesTheArchiveImportsStartAndJsonAlone =
            noClasses()
                    .that()
                    .resideInAPackage(room("archive"))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.hyperpodgateway..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            room("archive"),
                                                            room("start"),
                                                            room("json"),
                                                            room("text")))));

    @ArchTest
    static final ArchRule roomsImportWhatTheyMay =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("text")
                    .definedBy(room("text"))
                    .layer("json")
                    .definedBy(room("json"))
                    .layer("finding")
                    .definedBy(room("finding"))
                    .layer("request")
                    .definedBy(room("request"))
                    .layer("model")
                    .definedBy(room("model"))
                    .layer("shape")
                    .definedBy(room("shape"))
                    .layer("rules")
                    .definedBy(room("rules"))
                    .layer("identity")
                    .definedBy(room("identity"))
                    .layer("policy")
                    .definedBy(room("policy"))
                    .layer("audit")
                    .definedBy(room("audit"))
                    .layer("admission")
                    .definedBy(room("admission"))
                    .layer("http")
                    .definedBy(room("http"))
                    .layer("aws")
                    .definedBy(room("aws"))
                    .layer("config")
                    .definedBy(room("config"))
                    .layer("lambda")
                    .definedBy(room("lambda"))
                    .whereLayer("text")
                    .mayNotAccessAnyLayer()
                    .whereLayer("json")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("finding")
                    .mayOnlyAccessLayers("json", "text")
                    .whereLayer("request")
                    .mayOnlyAccessLayers("json", "text")
                    .whereLayer("model")
                    .mayOnlyAccessLayers("json", "text")
                    .whereLayer("shape")
                    .mayOnlyAccessLayers("model", "finding", "json", "text")
                    .whereLayer("rules")
                    .mayOnlyAccessLayers("shape", "model", "request", "finding", "json", "text")
                    .whereLayer("identity")
                    .mayOnlyAccessLayers("json")
                    .whereLayer("policy")
                    .mayOnlyAccessLayers(
                            "rules",
                            "model",
                            "shape",
                            "request",
                            "finding",
                            "json",
                            "text",
                            "identity")
                    .whereLayer("audit")
                    .mayOnlyAccessLayers("json", "text", "identity")
                    .whereLayer("admission")
                    .mayOnlyAccessLayers(INNER)
                    .whereLayer("http")
                    .mayOnlyAccessLayers(WITH_ADMISSION)
                    .whereLayer("aws")
                    .mayOnlyAccessLayers(WITH_ADMISSION)
                    .whereLayer("config")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("lambda")
                    .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            SlicesRuleDefinition.slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    /// `Imports `json` and `text` alone.` in a package's documentation is what its classes import.
    @ArchTest
    static void packagesImportWhatTheySay(JavaClasses classes) throws IOException {
        var imports = new TreeMap<Path, Set<String>>();
        for (JavaClass type : classes) {
            boolean isBuilt = type.getSource().orElseThrow().getUri().toString().contains("/test-");
            Path sources = Path.of(isBuilt ? "src/build/java" : "src/main/java");
            Path described =
                    sources.resolve(type.getPackageName().replace('.', '/'))
                            .resolve("package-info.java");
            Set<String> imported = imports.computeIfAbsent(described, _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .map(JavaClass::getPackageName)
                    .filter(name -> name.startsWith(ROOT) && !name.equals(type.getPackageName()))
                    .map(name -> name.substring(ROOT.length()))
                    .forEach(imported::add);
        }
        imports.keySet().removeIf(described -> !Files.exists(described));
        var documented = new TreeMap<Path, Set<String>>();
        for (Path described : imports.keySet()) documented.put(described, documented(described));
        assertThat(documented).isNotEmpty().isEqualTo(imports);
    }

    private static Set<String> documented(Path described) throws IOException {
        String words =
                Files.readString(described)
                        .replaceAll("\\s*\n/// ?", " ")
                        .replaceFirst("(?s).*\\bImports ([^.]*(?:\\.[a-z][^.]*)*)\\..*", "$1");
        return Pattern.compile("`([a-z.0-9]+)`")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ArchTest
    static final ArchRule theSdkIsKnownInAwsAndLambdaAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(room("aws"), room("lambda"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule lambdasTypesAreKnownInLambdaAndWhatStartsItAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(room("lambda"), room("start"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.amazonaws..");

    /// Another class loader loads them: an imported class would be loaded twice.
    @ArchTest
    static final ArchRule whatStartsTheOthersImportsNone =
            noClasses()
                    .that()
                    .resideInAPackage(room("start"))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.hyperpodgateway..")
                                    .and(not(resideInAPackage(room("start")))));

    @ArchTest
    static final ArchRule nobodyImportsWhatStartsThem =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(room("start"), room("archive"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(room("start"));

    @ArchTest
    static final ArchRule snapshotsAreKnownInOneRoomAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(room("lambda.snapstart"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.crac..");

    /// Only the entry points' constructors read the environment.
    @ArchTest
    static final ArchRule theEnvironmentIsReadInOnePlace =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + "lambda.GatewayHandler")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "lambda.digest.DigestFunction")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "lambda.digest.VerifyAudit")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + "lambda.reconciler.ReconcilerFunction")
                    .should()
                    .callMethod(System.class, "getenv")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule decisionsNeverReadTheClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            room("text"),
                            room("json"),
                            room("finding"),
                            room("request"),
                            room("model"),
                            room("shape"),
                            room("rules"),
                            room("identity"),
                            room("policy"))
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule classesAreFinalOrSealed =
            classes()
                    .that()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .areNotAnonymousClasses()
                    .should(
                            new ArchCondition<JavaClass>("be final or sealed") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    boolean held =
                                            type.getModifiers().contains(JavaModifier.FINAL)
                                                    || type.getModifiers()
                                                            .contains(JavaModifier.ABSTRACT);
                                    if (!held) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, type.getName() + " can be extended"));
                                    }
                                }
                            })
                    .allowEmptyShould(false);

    private static String room(String name) {
        return ROOT + name + "..";
    }
}
