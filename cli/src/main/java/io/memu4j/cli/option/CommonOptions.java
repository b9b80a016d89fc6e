package io.memu4j.cli.option;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, given before or after its name. */
public final class CommonOptions {
    private static final Path USUAL_DATABASE = Path.of("data", "memu.db");

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "Whose memory (default: default).")
    private @Nullable String user;

    @Option(
            names = "--agent",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "With which agent (default: default).")
    private @Nullable String agent;

    @Option(
            names = "--db",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH|JDBC-URL",
            converter = DatabaseConverter.class,
            description = "A SQLite file or a JDBC URL of SQLite, H2 or PostgreSQL (default: data/memu.db).")
    private @Nullable DatabaseConfig database;

    @Option(
            names = "--copies",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where copies of sources are kept (default: the folder resources beside the database).")
    private @Nullable Path copies;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print on stderr which models were called, with tokens and time.")
    private boolean verbose;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as one JSON document.")
    private boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print logs and stack traces on stderr.")
    private boolean debug;

    /**
     * Returns the memory that the command line names, with "default" for what it leaves out.
     *
     * @throws UsageException when an id cannot be one
     */
    public MemoryScope scope() {
        try {
            return new MemoryScope(user == null ? "default" : user, agent == null ? "default" : agent);
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --user or --agent.");
        }
    }

    /** The user on the command line, or null: for commands that mean everybody then. */
    @Nullable
    public String namedUser() {
        return user;
    }

    /** The agent on the command line, or null: for commands that mean every agent then. */
    @Nullable
    public String namedAgent() {
        return agent;
    }

    /**
     * For commands over the whole database: whoever names a user with one of them means something smaller.
     *
     * @param instead what to do for one user, a full sentence
     * @throws UsageException when a user or an agent was named
     */
    public void rejectScope(String instead) {
        if (user != null || agent != null) {
            throw new UsageException(
                    "This command concerns the memory of all users; --user and --agent do not go with it. " + instead);
        }
    }

    /** The embedding model on the command line, or null. */
    @Nullable
    public String namedEmbeddingModel() {
        return models.namedEmbeddingModel();
    }

    /**
     * Which models understand and embed.
     *
     * @throws UsageException when the options do not go together
     */
    public LlmConfig llm() {
        return models.llm();
    }

    public boolean verbose() {
        return verbose;
    }

    public DatabaseConfig database() {
        return database == null ? DatabaseConfig.sqlite(USUAL_DATABASE) : database;
    }

    /** Where copies of sources are: the folder on the command line, or else the one beside that database. */
    public BlobConfig copies(DatabaseConfig of) {
        return copies == null || !of.isPersistent() ? BlobConfig.beside(of) : BlobConfig.folder(copies);
    }

    public boolean namesDatabase() {
        return database != null;
    }

    public boolean json() {
        return json;
    }

    public boolean debug() {
        return debug;
    }
}
