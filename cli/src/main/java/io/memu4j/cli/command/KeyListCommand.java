package io.memu4j.cli.command;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.KeyOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.server.api.Permission;
import io.memu4j.server.credential.ApiKey;
import io.memu4j.server.credential.ApiKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the keys without their secrets. */
@Command(name = "list", description = "List the API keys, oldest first; not their secrets, which are not stored.")
final class KeyListCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    KeyListCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ApiKey> all = keys.existing(options.database()).map(ApiKeys::list).orElse(List.of());
        if (options.json()) {
            console.print(Json.text(
                    object("keys", all.stream().map(KeyListCommand::json).toList())));
        } else if (all.isEmpty()) {
            console.note("There is no key. Make one with 'memu key create'.");
        } else {
            console.print(all.stream().map(KeyListCommand::line).collect(Collectors.joining("\n")));
        }
        return 0;
    }

    private static String line(ApiKey key) {
        return key.id() + "  "
                + (key.user() == null ? "operator" : key.user() + " with " + String.join(", ", sorted(key))) + "  "
                + String.join(" ", permissions(key)) + "  made " + key.createdAt() + state(key);
    }

    private static String state(ApiKey key) {
        Instant revoked = key.revokedAt();
        Instant expires = key.expiresAt();
        return revoked != null ? ", revoked " + revoked : expires != null ? ", expires " + expires : "";
    }

    private static Map<String, ?> json(ApiKey key) {
        return object(
                "id", key.id(),
                "user", key.user(),
                "agents", sorted(key),
                "permissions", permissions(key),
                "created_at", key.createdAt(),
                "expires_at", key.expiresAt(),
                "revoked_at", key.revokedAt());
    }

    private static List<String> sorted(ApiKey key) {
        return key.agents().stream().sorted().toList();
    }

    private static List<String> permissions(ApiKey key) {
        return key.permissions().stream().sorted().map(Permission::scope).toList();
    }
}
