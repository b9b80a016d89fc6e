package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.Setting;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Shows which settings hold, and why. */
@Command(
        name = "config",
        description =
                "Show the settings that hold and where each comes from: command line, environment, project file, own"
                        + " file, default.")
final class ConfigCommand implements Callable<Integer> {
    private static final List<String> SECRETS =
            List.of("OPENAI_API_KEY", "MEMU_DB_USER", "MEMU_DB_PASSWORD", "MEMU_BACKUP_KEY");

    private final CommonOptions options;
    private final Console console;

    ConfigCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Setting> settings = new ArrayList<>(
                options.effective().stream().map(ConfigCommand::masked).toList());
        SECRETS.forEach(name -> settings.add(new Setting(
                name,
                System.getenv(name) == null ? null : "********",
                System.getenv(name) == null ? "not set" : "environment")));
        if (options.json()) {
            console.print(Json.text(Json.object(
                    "settings", settings.stream().map(ConfigCommand::json).toList())));
            return 0;
        }
        console.print(Table.of(
                List.of("setting", "value", "from"),
                settings.stream()
                        .map(setting -> Stream.of(setting.key(), setting.value(), setting.origin())
                                .map(text -> text == null ? "-" : text)
                                .toList())
                        .toList()));
        return 0;
    }

    private static Map<String, ?> json(Setting setting) {
        return Json.object("key", setting.key(), "value", setting.value(), "from", setting.origin());
    }

    /** A URL of a database may carry a password among its parameters, and an address one before its host. */
    private static Setting masked(Setting setting) {
        String value = setting.value();
        return value == null
                ? setting
                : new Setting(
                        setting.key(),
                        value.replaceFirst("(?<=//)[^/@]*@", "********@").replaceFirst("[?;].*", "?********"),
                        setting.origin());
    }
}
