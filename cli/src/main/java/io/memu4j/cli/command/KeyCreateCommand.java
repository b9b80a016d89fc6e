package io.memu4j.cli.command;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.KeyOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.error.InvalidInputException;
import io.memu4j.server.api.Permission;
import io.memu4j.server.credential.ApiKeys;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key and shows it this once. */
@Command(
        name = "create",
        description = "Make an API key for a user (--user) with agents, or for an operator. It is shown this once.")
final class KeyCreateCommand implements Callable<Integer> {
    private static final Pattern VALIDITY = Pattern.compile("([1-9]\\d{0,4})([dh])");

    private final CommonOptions options;
    private final Console console;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--agents", split = ",", paramLabel = "ID", description = "More agents, separated by commas.")
    private List<String> agents = List.of();

    @Option(names = "--read-only", description = "The key reads and searches, and changes nothing.")
    private boolean readOnly;

    @Option(names = "--no-delete", description = "The key reads and writes, and deletes nothing.")
    private boolean noDelete;

    @Option(names = "--operator", description = "For the addresses below /v1/admin, and for no memory.")
    private boolean operator;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "How long it is good, such as 90d or 12h (default: for ever).")
    private @Nullable String expires;

    KeyCreateCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        String user = options.namedUser();
        if (operator == (user != null)) {
            throw new UsageException("Say for whom the key is: --user ID with --agent ID, or --operator without them.");
        }
        ApiKeys.Created made = create(keys.forWriting(options.database()), user);
        console.note("Key " + made.known().id() + " was made. It is not stored and not shown again.");
        console.print(
                options.json()
                        ? Json.text(object(
                                "id",
                                made.known().id(),
                                "key",
                                made.key(),
                                "expires_at",
                                made.known().expiresAt()))
                        : made.key());
        return 0;
    }

    private ApiKeys.Created create(ApiKeys store, @Nullable String user) {
        try {
            return user == null
                    ? store.create(null, Set.of(), Set.of(Permission.ADMIN), validity())
                    : store.create(user, agentsOfUser(), permissions(), validity());
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --user, --agent or --agents.");
        }
    }

    private Set<String> agentsOfUser() {
        Set<String> all = new HashSet<>(agents);
        if (options.namedAgent() != null || agents.isEmpty()) {
            all.add(options.scope().agentId());
        }
        return all;
    }

    private Set<Permission> permissions() {
        Set<Permission> all = EnumSet.of(Permission.READ, Permission.WRITE, Permission.DELETE);
        if (readOnly || noDelete) {
            all.remove(Permission.DELETE);
        }
        if (readOnly) {
            all.remove(Permission.WRITE);
        }
        return all;
    }

    private @Nullable Duration validity() {
        if (expires == null) {
            return null;
        }
        Matcher parts = VALIDITY.matcher(expires);
        if (!parts.matches()) {
            throw new UsageException("--expires is not a time such as 90d or 12h.");
        }
        long number = Long.parseLong(parts.group(1));
        return parts.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
