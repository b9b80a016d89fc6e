package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say is what the code does: their examples, links and names are the real ones. */
class DocumentationTest {
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z][a-z]\\w*[A-Z]\\w*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Types named in the documents that are not ours. */
    private static final Set<String> OTHERS = Set.of("DataSource", "ServiceLoader", "EntityManagerFactory");

    @Test
    void every_java_block_is_a_region_of_an_example_or_of_its_test() {
        Set<String> regions = Repository.below("examples/src", ".java").stream()
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
    void every_link_leads_to_a_file() {
        for (Path document : Repository.documents()) {
            assertThat(LINK.matcher(Repository.read(document)).results().map(match -> match.group(1)))
                    .as(Repository.name(document))
                    .allSatisfy(target ->
                            assertThat(document.resolveSibling(target)).exists());
        }
    }
}
