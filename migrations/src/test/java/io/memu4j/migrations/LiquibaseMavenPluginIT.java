package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The changelog out of a jar, in the liquibase-maven-plugin of a project that is not ours. Runs Maven, which may download the plugin:
 * {@code -Dmemu4j.mvn=mvn}.
 */
@EnabledIfSystemProperty(named = LiquibaseMavenPluginIT.MAVEN, matches = ".+")
class LiquibaseMavenPluginIT {
    static final String MAVEN = "memu4j.mvn";
    private static final int CHANGE_SETS = ExpectedChangeSets.all().size();

    @TempDir
    private Path project;

    @BeforeEach
    void pack() throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(project.resolve("changelog.jar")))) {
            for (String name : List.of("memu4j.xml", "0.1.0.xml", "0.2.0.xml")) {
                String path = "io/memu4j/db/changelog/" + name;
                jar.putNextEntry(new JarEntry(path));
                try (InputStream in = MemoryMigrations.class.getResourceAsStream("/" + path)) {
                    in.transferTo(jar);
                }
            }
        }
    }

    @Test
    void on_sqlite() throws Exception {
        everyGoal(TestDatabase.sqlite(project));
    }

    @Test
    void on_h2() throws Exception {
        // The plugin takes an empty password for none, which is another one to H2.
        everyGoal(new TestDatabase(TestDatabase.h2File(project).url(), "sa", "secret"));
    }

    @Test
    void on_postgresql() throws Exception {
        everyGoal(TestDatabase.postgresql());
    }

    private void everyGoal(TestDatabase database) throws Exception {
        if (DatabaseFiles.of(database.url()) != null) {
            Files.createDirectories(DatabaseFiles.of(database.url()).getParent());
        }
        describe(database);

        assertThat(maven("status")).contains(CHANGE_SETS + " changesets have not been applied");
        assertThat(database.status().pending()).hasSize(CHANGE_SETS);
        maven("updateSQL");
        assertThat(Files.readString(project.resolve("target/liquibase/migrate.sql")))
                .containsPattern("CREATE TABLE (PUBLIC\\.|public\\.)?memu_items");
        assertThat(database.status().pending()).hasSize(CHANGE_SETS);
        maven("update");
        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.migrate().applied()).isEmpty();
        maven("rollback", "-Dliquibase.rollbackCount=" + CHANGE_SETS);
        assertThat(database.migrate().applied()).hasSize(CHANGE_SETS);
    }

    /** A project as docs/operations/liquibase.md shows it, but with jars by path, as ours are in no repository yet. */
    private void describe(TestDatabase database) throws IOException {
        List<String> jars =
                new ArrayList<>(List.of(project.resolve("changelog.jar").toString()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*/(sqlite-jdbc|h2|postgresql)-[0-9.]+\\.jar"))
                .forEach(jars::add);
        String dependencies = jars.stream()
                .map(jar -> "<dependency><groupId>by.path</groupId><artifactId>" + jars.indexOf(jar)
                        + "</artifactId><version>1</version><scope>system</scope><systemPath>" + jar
                        + "</systemPath></dependency>")
                .collect(Collectors.joining());
        String credentials = database.user() == null
                ? ""
                : "<username>" + database.user() + "</username><password>" + database.password() + "</password>";
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>an.application</groupId><artifactId>application"
                        + "</artifactId><version>1</version><packaging>pom</packaging><build><plugins><plugin>"
                        + "<groupId>org.liquibase</groupId><artifactId>liquibase-maven-plugin</artifactId><version>"
                        + LiquibaseUtil.getBuildVersion() + "</version><configuration><changeLogFile>"
                        + MemoryMigrations.CHANGELOG + "</changeLogFile><url>" + database.url() + "</url>" + credentials
                        + "</configuration><dependencies>" + dependencies
                        + "</dependencies></plugin></plugins></build></project>");
    }

    private String maven(String goal, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty(MAVEN), "-B", "-q", "liquibase:" + goal));
        command.addAll(List.of(options));
        Path output = project.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
