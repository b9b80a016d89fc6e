package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is what the code does: their examples, commands, links and names are the real ones. */
class DocumentationTest {
    private static final Pattern COMMAND = Pattern.compile("(?:\\./memu|\\bmemu) ([a-z]+)");
    private static final Pattern COMMAND_NAME = Pattern.compile("@Command\\(\\s*name = \"([a-z]+)\"");
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][a-z]\\w*[A-Z]\\w*(?=\\b)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Types named in the documents that are not ours. */
    private static final Set<String> OTHERS = Set.of("DataSource", "ServiceLoader", "EntityManagerFactory");

    @Test
    void every_java_block_is_a_region_of_an_example_or_of_its_test() {
        Set<String> regions = Repository.below("examples/src", ".java").stream()
                .flatMap(source -> CodeBlock.regions(source).values().stream())
                .collect(Collectors.toSet());
        List<CodeBlock> blocks = blocks().filter(block -> block.language().equals("java")).toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        assertThat(blocks.stream().filter(block -> !regions.contains(block.code().strip())))
                .extracting(CodeBlock::place)
                .isEmpty();
    }

    @Test
    void every_command_named_exists() {
        Set<String> commands = Repository.below("cli/src/main/java", "Command.java").stream()
                .flatMap(source -> COMMAND_NAME.matcher(Repository.read(source)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands).contains("demo", "memorize", "retrieve", "migrate");
        Set<String> named = code()
                .flatMap(code -> COMMAND.matcher(code).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).contains("demo", "migrate");
        assertThat(commands).containsAll(named);
    }

    @Test
    void every_type_named_exists() {
        Set<String> types = Repository.below(".", ".java").stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = Repository.documents().stream()
                .flatMap(document -> INLINE_CODE.matcher(prose(document)).results())
                .flatMap(code -> TYPE_NAME.matcher(code.group(1)).results())
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
                    .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
        }
    }

    private static Stream<CodeBlock> blocks() {
        return Repository.documents().stream().flatMap(document -> CodeBlock.of(document).stream());
    }

    /** Code within the text, and blocks that are not Java. */
    private static Stream<String> code() {
        Stream<String> inline = Repository.documents().stream()
                .flatMap(document -> INLINE_CODE.matcher(prose(document)).results())
                .map(match -> match.group(1));
        return Stream.concat(
                inline,
                blocks().filter(block -> !block.language().equals("java")).map(CodeBlock::code));
    }

    /** A document without its blocks. */
    private static String prose(Path document) {
        return Pattern.compile("(?ms)^```.*?^```").matcher(Repository.read(document)).replaceAll("");
    }
}
