package io.memu4j.cli.option;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The file with options that need not be repeated (default: ~/.config/memu/config.toml).")
    private @Nullable Path config;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description =
                    "Colors in the output: auto, always or never (default: auto, on a terminal without NO_COLOR).")
    private @Nullable String color;

    private @Nullable Settings settings;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print logs and stack traces on stderr.")
    private boolean debug;

    /**
     * Returns the memory that the command line names, with "default" for what it leaves out.
     *
     * @throws UsageException when an id cannot be one
     */
    public MemoryScope scope() {
        try {
            return new MemoryScope(orDefault(chosen("user", user)), orDefault(chosen("agent", agent)));
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --user or --agent, or as a setting.");
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
        return models.filled(settings()).llm();
    }

    /**
     * Whether to write colors.
     *
     * @param terminal whether a person reads the output
     * @throws UsageException when the option or the setting is no choice
     */
    public boolean colors(boolean terminal) {
        String choice = chosen("color", color);
        return switch (choice == null ? "auto" : choice.toLowerCase(Locale.ROOT)) {
            case "always" -> true;
            case "never" -> false;
            case "auto" ->
                terminal && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
            default -> throw new UsageException("--color is not usable. Expected auto, always or never.");
        };
    }

    /** All settings as they hold, with where each comes from; no value holds a key or a password. */
    public List<Setting> effective() {
        List<Setting> all = new ArrayList<>();
        ModelOptions filled = models.filled(settings());
        for (String key : Settings.KEYS) {
            String given = given(key);
            Setting setting = given == null ? settings().of(key) : new Setting(key, given, "command line");
            boolean unused = given == null && setting.value() != null && filled.ignores(key);
            all.add(unused ? new Setting(key, null, "default, because --llm is on the command line") : setting);
        }
        return all;
    }

    private @Nullable String given(String key) {
        return switch (key) {
            case "user" -> user;
            case "agent" -> agent;
            case "db" -> database == null ? null : DatabaseAddress.shown(database);
            case "copies" -> copies == null ? null : copies.toString();
            case "color" -> color;
            default -> models.given(key);
        };
    }

    private @Nullable String chosen(String key, @Nullable String given) {
        return given == null ? settings().of(key).value() : given;
    }

    private static String orDefault(@Nullable String id) {
        return id == null ? "default" : id;
    }

    /** Read once, when the first command asks. */
    private Settings settings() {
        Settings read = settings;
        if (read == null) {
            Map<String, String> environment = System.getenv();
            read = Settings.read(config, environment, Path.of(System.getProperty("user.home", "")), Path.of(""));
            settings = read;
        }
        return read;
    }

    public boolean verbose() {
        return verbose;
    }

    public DatabaseConfig database() {
        if (database != null) {
            return database;
        }
        Setting setting = settings().of("db");
        if (setting.value() == null) {
            return DatabaseConfig.sqlite(USUAL_DATABASE);
        }
        try {
            return new DatabaseConverter().convert(setting.value());
        } catch (TypeConversionException e) {
            throw new UsageException("The setting 'db' (" + setting.origin() + ") is not usable: " + e.getMessage());
        }
    }

    /** Where copies of sources are: the folder on the command line, or else the one beside that database. */
    public BlobConfig copies(DatabaseConfig of) {
        String folder = chosen("copies", copies == null ? null : copies.toString());
        return folder == null || !of.isPersistent() ? BlobConfig.beside(of) : BlobConfig.folder(Path.of(folder));
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
