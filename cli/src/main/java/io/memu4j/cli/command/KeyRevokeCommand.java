package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.KeyOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.error.NotFoundException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Revokes a key. */
@Command(name = "revoke", description = "Revoke an API key; a server that runs refuses it within two seconds.")
final class KeyRevokeCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Parameters(paramLabel = "ID", description = "The id of the key, as 'memu key list' shows it.")
    private @Nullable String id;

    KeyRevokeCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        String named = Objects.requireNonNull(id, "picocli requires it");
        boolean revoked = keys.existing(options.database())
                .map(known -> known.revoke(named))
                .orElse(false);
        if (!revoked) {
            throw new NotFoundException("There is no valid key with this id. 'memu key list' shows all.");
        }
        console.print("Key " + named + " is revoked.");
        return 0;
    }
}
