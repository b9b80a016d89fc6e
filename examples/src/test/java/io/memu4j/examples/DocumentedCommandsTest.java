package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every subcommand and option that the documents tell people to type exists. */
class DocumentedCommandsTest {
    private static final Pattern TYPED = Pattern.compile("\\bmemu ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern DECLARED_OPTION = Pattern.compile("\"(--[a-z][a-z-]*)\"");
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

    @Test
    void every_option_of_a_command_exists() {
        Set<String> declared = Repository.below("cli/src/main/java", ".java").stream()
                .flatMap(source ->
                        DECLARED_OPTION.matcher(Repository.read(source)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        declared.addAll(Set.of("--help", "--version"));
        Set<String> typed = typed().filter(code -> TYPED.matcher(code).find())
                .flatMap(code -> OPTION.matcher(code).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(typed).contains("--db", "--user", "--explain", "--as-user");
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
