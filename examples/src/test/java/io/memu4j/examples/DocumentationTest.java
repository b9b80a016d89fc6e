package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is what the code does: their examples, links and names are the real ones. */
class DocumentationTest {
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z][a-z]\\w*[A-Z]\\w*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)]*))?\\)");
    private static final Pattern ARTIFACT =
            Pattern.compile("\\bmemu4j-(?!export\\b)[a-z][a-z0-9-]*[a-z0-9]\\b(?!\\.jar)");

    /** Types named in the documents that are not ours. */
    private static final Set<String> OTHERS = Set.of(
            "BeforeAll",
            "BeforeEach",
            "ChatModel",
            "ConfigurationProperties",
            "DataSource",
            "DriverManager",
            "DependsOnDatabaseInitialization",
            "EmbeddingModel",
            "EntityManagerFactory",
            "HttpServletRequest",
            "InvocationParameters",
            "JsonWebToken",
            "MeterFilter",
            "MeterRegistry",
            "ObservationRegistry",
            "ScoringModel",
            "SecurityContext",
            "SecurityIdentity",
            "ServiceLoader");

    @Test
    void every_java_block_is_a_region_of_an_example_or_of_its_test() {
        Set<String> regions = Repository.below("examples", ".java").stream()
                .flatMap(source -> CodeBlock.regions(source).values().stream())
                .collect(Collectors.toSet());
        List<CodeBlock> blocks = Repository.documents().stream()
                .flatMap(document -> CodeBlock.of(document).stream())
                .filter(block -> block.language().equals("java"))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        assertThat(blocks.stream()
                        .filter(block -> !regions.contains(block.code().strip())))
                .extracting(CodeBlock::place)
                .isEmpty();
    }

    @Test
    void every_type_named_exists() {
        Set<String> types = Repository.below(".", ".java").stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = Repository.documents().stream()
                .flatMap(document -> Repository.inlineCode(document))
                .flatMap(code -> TYPE_NAME.matcher(code).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(types);
        assertThat(named).as("named in documents, in no source file").isSubsetOf(OTHERS);
    }

    @Test
    void every_link_leads_to_a_file_and_to_a_heading_in_it() {
        for (Path document : Repository.markdown()) {
            List<MatchResult> links =
                    LINK.matcher(Repository.read(document)).results().toList();
            assertThat(links).as(Repository.name(document)).allSatisfy(link -> {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                assertThat(target).exists();
                if (link.group(2) != null) {
                    assertThat(headings(target)).contains(link.group(2));
                }
            });
        }
    }

    @Test
    void every_page_is_in_an_index() {
        Set<Path> indexed = Repository.documents().stream()
                .filter(document -> document.endsWith("README.md"))
                .flatMap(index -> LINK.matcher(Repository.read(index))
                        .results()
                        .map(link -> index.resolveSibling(link.group(1)).normalize()))
                .collect(Collectors.toSet());
        assertThat(Repository.documents().stream()
                        .filter(page -> !page.endsWith("README.md"))
                        .filter(page -> !indexed.contains(page.normalize())))
                .extracting(Repository::name)
                .isEmpty();
    }

    @Test
    void no_line_is_longer_than_120_characters() {
        for (Path document : Repository.markdown()) {
            assertThat(Repository.read(document).lines().filter(line -> line.codePointCount(0, line.length()) > 120))
                    .as(Repository.name(document))
                    .isEmpty();
        }
    }

    @Test
    void every_artifact_named_is_in_the_bom() {
        Set<String> named = Repository.documents().stream()
                .flatMap(document -> artifacts(document))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).contains("memu4j-core", "memu4j-store-jpa");
        assertThat(artifacts(Repository.ROOT.resolve("bom/pom.xml"))).containsAll(named);
    }

    @Test
    void the_driver_of_the_getting_started_page_is_the_tested_one() {
        String parent = Repository.read(Repository.ROOT.resolve("pom.xml"));
        String version = parent.replaceAll("(?s).*<sqlite-jdbc.version>(.*?)</sqlite-jdbc.version>.*", "$1");
        assertThat(Repository.read(Repository.ROOT.resolve("docs/getting-started.md")))
                .contains("<version>" + version + "</version>");
    }

    private static Stream<String> artifacts(Path file) {
        return ARTIFACT.matcher(Repository.read(file)).results().map(MatchResult::group);
    }

    /** The anchors of a document as GitHub makes them of its headings. */
    private static List<String> headings(Path document) {
        return Repository.read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
