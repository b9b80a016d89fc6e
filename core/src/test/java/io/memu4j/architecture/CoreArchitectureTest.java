package io.memu4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/** What may use what inside the core. */
@AnalyzeClasses(packages = "io.memu4j", importOptions = DoNotIncludeTests.class)
class CoreArchitectureTest {
    private static final List<String> API = List.of(
            "memory",
            "memorize",
            "retrieve",
            "admin",
            "transfer",
            "reembed",
            "doctor",
            "observe",
            "config",
            "error",
            "model");
    private static final List<String> FEATURES =
            List.of("internal.ingest", "internal.understand", "internal.category", "internal.retrieve");
    private static final String[] FOUNDATIONS =
            packages("model", "error", "config", "spi", "internal.llm", "internal.prompt");

    @ArchTest
    static final ArchRule no_package_cycles =
            slices().assignedFrom(everyPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule core_knows_no_technology = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "org.hibernate..",
                    "liquibase..",
                    "dev.langchain4j..",
                    "picocli..");

    @ArchTest
    static final ArchRule core_uses_only_its_own_libraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.memu4j..",
                    "java..",
                    "javax.crypto..",
                    "javax.imageio..",
                    "javax.xml..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "com.fasterxml.uuid..",
                    "com.github.benmanes.caffeine..",
                    "org.apache.lucene..",
                    "jdk.incubator.vector..",
                    "jdk.jfr..");

    @ArchTest
    static final ArchRule the_vector_module_is_met_in_one_class = noClasses()
            .that()
            .haveNameNotMatching("io\\.memu4j\\.internal\\.search\\.vector\\.VectorKernel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.incubator..");

    @ArchTest
    static void features_do_not_use_each_other(JavaClasses core) {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(feature))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(FEATURES.stream()
                            .filter(other -> !other.equals(feature))
                            .toArray(String[]::new)))
                    .because("internal.memorize orders the features")
                    .check(core);
        }
    }

    @ArchTest
    static final ArchRule nothing_uses_the_door = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.memu4j");

    @ArchTest
    static final ArchRule the_api_and_the_spi_show_no_engine_type = noClasses()
            .that()
            .resideInAnyPackage(
                    packages("model", "config", "error", "admin", "memory", "memorize", "doctor", "observe", "spi"))
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.memu4j.internal..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.memu4j.internal.value")));

    @ArchTest
    static final ArchRule search_does_not_use_the_features = noClasses()
            .that()
            .resideInAnyPackage(packages("internal.search"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(FEATURES.toArray(String[]::new)));

    @ArchTest
    static void the_two_ways_of_understanding_do_not_use_each_other(JavaClasses core) {
        String chat = "io.memu4j.internal.understand.chat..";
        String rules = "io.memu4j.internal.understand.rules..";
        noClasses()
                .that()
                .resideInAPackage(chat)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(rules)
                .check(core);
        noClasses()
                .that()
                .resideInAPackage(rules)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(chat)
                .check(core);
    }

    @ArchTest
    static final ArchRule the_text_room_uses_no_other_room = noClasses()
            .that()
            .resideInAPackage("io.memu4j.internal.text..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.memu4j..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.memu4j.internal.text..")));

    @ArchTest
    static final ArchRule foundations_use_neither_search_nor_features = noClasses()
            .that()
            .resideInAnyPackage(FOUNDATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(packages(FEATURES.toArray(String[]::new))),
                            Stream.of(packages("internal.search")))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule the_model_uses_nothing_but_errors_and_rules_of_values = classes()
            .that()
            .resideInAPackage("io.memu4j.model..")
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                            "io.memu4j.model..", "io.memu4j.error..", "io.memu4j.internal.value")
                    .or(JavaClass.Predicates.resideOutsideOfPackage("io.memu4j..")));

    @ArchTest
    static final ArchRule rules_of_values_use_nothing_but_errors = classes()
            .that()
            .resideInAPackage("io.memu4j.internal.value")
            .should()
            .onlyDependOnClassesThat(
                    JavaClass.Predicates.resideInAnyPackage("io.memu4j.internal.value", "io.memu4j.error..")
                            .or(JavaClass.Predicates.resideOutsideOfPackage("io.memu4j..")));

    @ArchTest
    static void the_analysis_sees_the_core(JavaClasses core) {
        assertThat(core.contain("io.memu4j.model.MemoryScope")).isTrue();
        for (String room : Stream.concat(API.stream(), FEATURES.stream()).toList()) {
            assertThat(core.stream().anyMatch(type -> type.getPackageName().equals("io.memu4j." + room)))
                    .as("classes in the package %s", room)
                    .isTrue();
        }
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(room -> "io.memu4j." + room + "..").toArray(String[]::new);
    }

    private static SliceAssignment everyPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("io.memu4j")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "every package";
            }
        };
    }
}
