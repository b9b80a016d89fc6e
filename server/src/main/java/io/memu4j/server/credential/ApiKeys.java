package io.memu4j.server.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.memu4j.error.InvalidInputException;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a server. A key is {@code memu_ID_SECRET}; of the secret, 256 random bits, only the SHA-256 is stored. A key that another
 * process revokes is refused after {@link #NOTICED} at the latest.
 */
public final class ApiKeys implements Credentials {
    /** How long a revocation by another process may go unnoticed. */
    public static final Duration NOTICED = Duration.ofSeconds(2);

    private static final Pattern FORM = Pattern.compile("memu_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final int MOST_CACHED = 10_000;

    private final KeyTable table;
    private final Clock clock;
    private final Cache<String, Optional<KeyTable.Row>> read = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(NOTICED)
            .build();

    /** Keys in this table, good or not by this clock. */
    public ApiKeys(KeyTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A new key, which is shown this once, and what is known of it. */
    public record Created(String key, ApiKey known) {
        /** Shows no key. */
        @Override
        public String toString() {
            return "Created[" + known.id() + "]";
        }
    }

    /**
     * Makes a key.
     *
     * @param user whose memories it opens, or null for an operator
     * @param agents with which agents; none for an operator
     * @param permissions what it allows
     * @param validity how long it is good, or null for ever
     * @throws InvalidInputException if an id is not valid, or a user has no agent
     */
    public Created create(
            @Nullable String user, Set<String> agents, Set<Permission> permissions, @Nullable Duration validity) {
        if (user == null ? !agents.isEmpty() : agents.isEmpty()) {
            throw new InvalidInputException(
                    "A key is for a user with at least one agent, or for an operator without both.");
        }
        if (user != null && permissions.contains(Permission.ADMIN)) {
            throw new InvalidInputException("A key of a user cannot have the permission memory:admin. Make two keys.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ApiKey key = new ApiKey(
                Secrets.name(), user, agents, permissions, now, validity == null ? null : now.plus(validity), null);
        key.caller(); // checks the ids
        String secret = Secrets.fresh();
        table.insert(new KeyTable.Row(key, Secrets.hash(secret)));
        return new Created("memu_" + key.id() + "_" + secret, key);
    }

    /** All keys, oldest first; revoked and expired ones too. */
    public List<ApiKey> list() {
        return table.all();
    }

    /** Whether there is a key that is good at present. */
    public boolean anyValid() {
        Instant now = clock.instant();
        return table.all().stream().anyMatch(key -> key.isValid(now));
    }

    /** Revokes a key at once; whether there is one that was good. */
    public boolean revoke(String id) {
        boolean revoked = table.revoke(id, clock.instant());
        read.invalidate(id);
        return revoked;
    }

    /** Deletes the keys of a user, whose id does not stay either. */
    public void forgetUser(String user) {
        table.deleteOf(user);
        read.invalidateAll();
    }

    @Override
    public boolean mayKnow(String bearer) {
        return bearer.startsWith("memu_");
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        Matcher parts = FORM.matcher(bearer);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(parts.group(2));
        return read.get(parts.group(1), table::find)
                .filter(row -> MessageDigest.isEqual(row.hash(), hash))
                .map(KeyTable.Row::key)
                .filter(key -> key.isValid(clock.instant()))
                .map(ApiKey::caller);
    }
}
