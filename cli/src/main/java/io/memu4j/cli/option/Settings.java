package io.memu4j.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for options that the command line leaves out: the variable of the environment, then the file of the project, then the file of
 * the person. A project is often somebody else's, so its file may say nothing that sends memory or keys elsewhere.
 */
final class Settings {
    /** The options that have a setting. */
    static final List<String> KEYS = List.of(
            "user",
            "agent",
            "db",
            "copies",
            "llm",
            "base-url",
            "chat-model",
            "embedding-model",
            "vision-model",
            "transcription-model",
            "color");

    private static final Set<String> OF_A_PROJECT = Set.of("user", "agent", "db");
    private static final String PROJECT_FILE = ".memu.toml";

    /** One place that may have settings, by their keys. */
    private record Layer(String origin, Map<String, String> values) {}

    private final List<Layer> layers;

    private Settings(List<Layer> layers) {
        this.layers = layers;
    }

    /**
     * Reads the files.
     *
     * @param named the file on the command line, or null; with it, no other is read
     * @throws UsageException if a file cannot be read or says something that is no setting
     */
    static Settings read(@Nullable Path named, Map<String, String> environment, Path home, Path folder) {
        List<Layer> layers = new ArrayList<>();
        layers.add(environment(environment));
        Path project = folder.resolve(PROJECT_FILE);
        if (named != null) {
            layers.add(file(named, home));
        } else {
            if (Files.exists(project)) {
                layers.add(project(project, home));
            }
            Path own = own(environment, home);
            if (environment.containsKey("MEMU_CONFIG") || Files.exists(own)) {
                layers.add(file(own, home));
            }
        }
        return new Settings(List.copyOf(layers));
    }

    /** The value of a key and its origin; without a value where nobody says one. */
    Setting of(String key) {
        return layers.stream()
                .filter(layer -> layer.values().containsKey(key))
                .findFirst()
                .map(layer -> new Setting(key, layer.values().get(key), layer.origin()))
                .orElseGet(() -> new Setting(key, null, "default"));
    }

    private static Path own(Map<String, String> environment, Path home) {
        String named = environment.get("MEMU_CONFIG");
        if (named != null) {
            return Path.of(named);
        }
        String base = environment.get("XDG_CONFIG_HOME");
        Path folder = base == null || base.isBlank() ? home.resolve(".config") : Path.of(base);
        return folder.resolve("memu").resolve("config.toml");
    }

    private static Layer environment(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (String key : KEYS) {
            String value = environment.get(variable(key));
            if (value != null && !value.isBlank()) {
                values.put(key, value);
            }
        }
        return new Layer("environment", values);
    }

    /** The variable of a key, such as {@code MEMU_BASE_URL}. */
    static String variable(String key) {
        return "MEMU_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Layer file(Path file, Path home) {
        Map<String, String> values = TomlFile.read(file);
        values.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new UsageException("The file " + file + " has the unknown setting '" + key + "'. Expected "
                    + String.join(", ", KEYS) + "; keys of providers come from the environment alone.");
        });
        values.computeIfPresent("db", (key, value) -> located(value, file, home));
        values.computeIfPresent("copies", (key, value) -> located(value, file, home));
        return new Layer(file.toString(), values);
    }

    private static Layer project(Path file, Path home) {
        String stored = TomlFile.read(file).get("db");
        Layer layer = file(file, home);
        layer.values().keySet().stream()
                .filter(key -> !OF_A_PROJECT.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new UsageException(
                            "The file " + PROJECT_FILE + " of this folder has the setting '" + key
                                    + "', which a project must not choose. Expected user, agent or db; put it into your own file.");
                });
        if (stored != null && !isWithin(Path.of(layer.values().getOrDefault("db", stored)), file, stored)) {
            throw new UsageException(
                    "The file " + PROJECT_FILE + " of this folder has a 'db' outside of it. Expected the"
                            + " path of a SQLite file within the project.");
        }
        return layer;
    }

    private static boolean isWithin(Path db, Path file, String stored) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        return !isUrl(stored) && db.toAbsolutePath().normalize().startsWith(folder);
    }

    /** A path of a file is relative to the folder of that file. */
    private static String located(String value, Path file, Path home) {
        if (isUrl(value) || value.isBlank()) {
            return value;
        }
        if (value.startsWith("~/")) {
            return home.resolve(value.substring(2)).toString();
        }
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? value : folder.resolve(value).normalize().toString();
    }

    private static boolean isUrl(String value) {
        return value.regionMatches(true, 0, "jdbc:", 0, 5);
    }
}
