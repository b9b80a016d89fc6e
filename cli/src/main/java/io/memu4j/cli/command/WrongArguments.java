package io.memu4j.cli.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told about arguments that cannot be meant. */
final class WrongArguments {
    /** What people call a command who know another program. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "memorize", List.of("add", "remember", "save", "store", "put", "ingest", "learn", "append", "insert"),
            "retrieve", List.of("search", "find", "ask", "query", "recall", "get", "question"),
            "forget", List.of("delete", "remove", "rm", "del"),
            "list", List.of("ls", "items", "resources", "categories"),
            "status", List.of("info", "stats"),
            "show", List.of("cat", "view"),
            "migrate", List.of("init", "setup", "upgrade"));

    private WrongArguments() {}

    static String told(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            return noCommand(unmatched, command);
        }
        return wrong.getMessage() + " (see '" + command.getCommandSpec().qualifiedName() + " --help')";
    }

    private static String noCommand(UnmatchedArgumentException unmatched, CommandLine memu) {
        String name = unmatched.getUnmatched().get(0);
        if (name.equals("help")) {
            return "There is no command 'help'. Use 'memu --help', or 'memu COMMAND --help'.";
        }
        String meant = OTHER_NAMES.entrySet().stream()
                .filter(names -> names.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> unmatched.getSuggestions().stream().findFirst())
                .map(command -> " Did you mean '" + command + "'?")
                .orElse("");
        return "There is no command '" + name + "'." + meant + " There are "
                + String.join(", ", memu.getSubcommands().keySet()) + " (see 'memu --help')";
    }
}
