package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every subcommand that the documents tell people to type exists. */
class DocumentedCommandsTest {
    private static final Pattern TYPED = Pattern.compile("\\bmemu ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern DECLARED = Pattern.compile("@Command\\(\\s*name = \"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void every_command_named_exists() {
        Set<String> declared = Repository.below("cli/src/main/java", "Command.java").stream()
                .flatMap(source -> DECLARED.matcher(Repository.read(source)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> typed = typed().flatMap(code -> TYPED.matcher(code).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(typed).contains("demo", "memorize", "retrieve", "migrate", "status");
        assertThat(declared).containsAll(typed);
    }

    /** Code within the text, and blocks that are not Java. */
    private static Stream<String> typed() {
        return Repository.documents().stream()
                .flatMap(document -> Stream.concat(
                        Repository.inlineCode(document),
                        CodeBlock.of(document).stream()
                                .filter(block -> !block.language().equals("java"))
                                .map(CodeBlock::code)));
    }
}
