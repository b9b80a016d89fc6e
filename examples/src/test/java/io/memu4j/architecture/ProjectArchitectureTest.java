package io.memu4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.memu4j.MemoryServiceFactory;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may use what across the modules. */
@AnalyzeClasses(packages = "io.memu4j", importOptions = DoNotIncludeTests.class)
class ProjectArchitectureTest {
    private static final String ENGINE = "io.memu4j.internal.";
    private static final List<String> ADAPTERS = List.of(
            "io.memu4j.store.memory", "io.memu4j.store.jpa", "io.memu4j.llm.langchain4j", "io.memu4j.llm.local");

    @ArchTest
    static final ArchRule no_package_cycles =
            slices().assignedFrom(everyPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_jpa_store_uses_jpa = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j.store.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "com.zaxxer..");

    @ArchTest
    static final ArchRule only_the_jpa_store_and_the_migrations_use_jdbc = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.memu4j.store.jpa..",
                    "io.memu4j.migrations..",
                    "io.memu4j.importer.memu..",
                    "io.memu4j.jakarta..", // hands the server's DataSource to the store
                    "io.memu4j.server.credential..",
                    "io.memu4j.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.h2..", "org.postgresql..");

    @ArchTest
    static final ArchRule only_the_migrations_use_liquibase = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j.migrations..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("liquibase..");

    @ArchTest
    static final ArchRule only_the_modules_for_langchain4j_use_it = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.memu4j.llm..", "io.memu4j.langchain4j..", "io.memu4j.jakarta..", "io.memu4j.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule only_the_server_uses_a_container = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "org.glassfish.jersey..");

    /** The servlet API is what every container has. */
    @ArchTest
    static final ArchRule only_what_is_deployed_uses_servlets = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.memu4j.server.http..", "io.memu4j.mcp..", "io.memu4j.jakarta..", "io.memu4j.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule only_the_command_uses_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule nothing_uses_the_command_or_the_examples = noClasses()
            .that()
            .resideOutsideOfPackages("io.memu4j.cli..", "io.memu4j.examples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.memu4j.cli..", "io.memu4j.examples..");

    /** The compiler holds this for modules; those with an automatic name only are compiled on the class path. */
    @ArchTest
    static void a_package_of_the_engine_is_used_only_where_core_exports_it(JavaClasses project) throws Exception {
        URI core = MemoryServiceFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        ModuleDescriptor module = ModuleFinder.of(Path.of(core))
                .find("io.memu4j.core")
                .orElseThrow()
                .descriptor();
        Map<String, Set<String>> exports = module.exports().stream()
                .filter(export -> export.source().startsWith(ENGINE))
                .collect(toMap(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::targets));
        assertThat(exports.values()).isNotEmpty().allSatisfy(to -> assertThat(to)
                .isNotEmpty());
        assertThat(project.stream()
                        .filter(type -> !module.packages().contains(type.getPackageName()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(ENGINE))
                        .filter(use -> exports.getOrDefault(use.getTargetClass().getPackageName(), Set.of()).stream()
                                .noneMatch(target -> isIn(target, use.getOriginClass())))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule an_inner_package_of_an_adapter_is_used_by_the_adapter_alone = noClasses()
            .that()
            .resideOutsideOfPackages("io.memu4j.store.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.memu4j.store.jpa.(*)..");

    @ArchTest
    static void adapters_do_not_use_each_other(JavaClasses project) {
        adapter("io.memu4j.store.memory", "io.memu4j.store.jpa..", "io.memu4j.llm..")
                .check(project);
        adapter("io.memu4j.store.jpa", "io.memu4j.store.memory..", "io.memu4j.llm..")
                .check(project);
        adapter("io.memu4j.llm", "io.memu4j.store..", "io.memu4j.langchain4j..").check(project);
        adapter("io.memu4j.langchain4j", "io.memu4j.store..", "io.memu4j.llm..").check(project);
    }

    @ArchTest
    static final ArchRule inner_packages_of_the_jpa_store_are_its_own = noClasses()
            .that()
            .resideOutsideOfPackage("io.memu4j.store.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.memu4j.store.jpa.*..");

    /** Inner packages are exported to nobody; what an adapter shows is in its root package. */
    @ArchTest
    static void adapters_hide_at_least_as_many_types_as_they_show(JavaClasses project) {
        for (String adapter : ADAPTERS) {
            List<JavaClass> types = project.stream()
                    .filter(type -> type.isTopLevelClass() && isIn(adapter, type))
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .toList();
            List<String> shown = types.stream()
                    .filter(type -> type.getPackageName().equals(adapter))
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getName)
                    .toList();
            assertThat(shown)
                    .as("public types of %s, of %d", adapter, types.size())
                    .hasSizeLessThanOrEqualTo(types.size() / 2);
        }
    }

    @ArchTest
    static void the_analysis_sees_every_module(JavaClasses project) {
        assertThat(List.of(
                        "model",
                        "migrations",
                        "tck",
                        "store.memory",
                        "store.jpa",
                        "llm.langchain4j",
                        "llm.local",
                        "langchain4j",
                        "server.api",
                        "server.http"))
                .allSatisfy(name -> assertThat(project.stream().anyMatch(type -> isIn("io.memu4j." + name, type)))
                        .as(name)
                        .isTrue());
        assertThat(project.stream().anyMatch(type -> isIn("io.memu4j.cli", type)))
                .isTrue();
    }

    private static ArchRule adapter(String adapter, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static boolean isIn(String root, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
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
