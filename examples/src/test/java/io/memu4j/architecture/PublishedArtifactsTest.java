package io.memu4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials names what we publish, in the version we build; it has no parent that would keep it so. */
class PublishedArtifactsTest {
    private final Path root = JavaSource.repository();

    @Test
    void the_bom_lists_every_published_module() throws IOException {
        List<String> published = all("<module>([^<]+)</module>", "pom.xml").stream()
                .filter(module -> !module.startsWith("examples")
                        && !List.of("bom", "benchmarks").contains(module))
                .map(module -> "memu4j-" + module)
                .toList();
        assertThat(published).contains("memu4j-core");
        assertThat(all("<groupId>io.memu4j</groupId>\\s*<artifactId>([^<]+)</artifactId>", "bom/pom.xml").stream()
                        .filter(artifact -> !artifact.equals("memu4j-bom")))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void the_bom_has_the_version_of_the_build() throws IOException {
        String version = "<version>([^<]+)</version>";
        assertThat(all(version, "bom/pom.xml").get(0))
                .isEqualTo(all(version, "pom.xml").get(0));
    }

    private List<String> all(String pattern, String pom) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(root.resolve(pom)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
