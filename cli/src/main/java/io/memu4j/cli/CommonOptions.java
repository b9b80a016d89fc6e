package io.memu4j.cli;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, given before or after its name. */
final class CommonOptions {
    private static final Path USUAL_DATABASE = Path.of("data", "memu.db");

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "Whose memory (default: ${DEFAULT-VALUE}).",
            defaultValue = "default")
    private String user = "default";

    @Option(
            names = "--agent",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "With which agent (default: ${DEFAULT-VALUE}).",
            defaultValue = "default")
    private String agent = "default";

    @Option(
            names = "--db",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH|JDBC-URL",
            converter = DatabaseConverter.class,
            description = "A SQLite file or a JDBC URL of SQLite, H2 or PostgreSQL (default: data/memu.db).")
    private @Nullable DatabaseConfig database;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as one JSON document.")
    private boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print logs and stack traces on stderr.")
    private boolean debug;

    /** @throws UsageException when an id cannot be one */
    MemoryScope scope() {
        try {
            return new MemoryScope(user, agent);
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --user or --agent.");
        }
    }

    DatabaseConfig database() {
        return database == null ? DatabaseConfig.sqlite(USUAL_DATABASE) : database;
    }

    boolean namesDatabase() {
        return database != null;
    }

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }
}
