package io.memu4j.store.jpa.database;

import io.memu4j.error.StoreException;
import io.memu4j.spi.store.StoreIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The random id in {@code memu_schema}, by which files beside the database belong to it. */
public record DatabaseIdentity(Database database) {
    private static final String ID = "select owner from memu_schema where id = 1";
    private static final String RENEW = "update memu_schema set owner = ? where id = 1 and owner = ?";
    private static final String FIRST = "update memu_schema set owner = ? where id = 1 and owner is null";

    /** Numbers that stay when the database, the schema or the server is renamed, and differ in what was loaded from a dump. */
    private static final String POSTGRESQL_PLACE =
            "select 'postgresql ' || d.oid || '/' || 'memu_schema'::regclass::oid"
                    + " from pg_database d where d.datname = current_database()";

    /** Reads it. */
    public StoreIdentity read() {
        String id = queried(ID);
        if (!id.isEmpty()) {
            return new StoreIdentity(id, place(), file());
        }
        // A schema that was made by other means than the changelog.
        set(FIRST, null);
        return read();
    }

    /** See {@link io.memu4j.spi.store.MemoryStore#renewIdentity}. */
    public StoreIdentity renew(StoreIdentity copied) {
        set(RENEW, copied.id());
        return read();
    }

    private void set(String sql, @Nullable String before) {
        database.transactions().write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, UUID.randomUUID().toString().replace("-", ""));
                if (before != null) {
                    update.setString(2, before);
                }
                return update.executeUpdate();
            }
        });
    }

    private String place() {
        return switch (database.kind()) {
            case SQLITE -> String.valueOf(file());
            case H2 -> database.file() == null ? "h2" : String.valueOf(file());
            case POSTGRESQL -> queried(POSTGRESQL_PLACE);
        };
    }

    private @Nullable Path file() {
        Path file = database.file();
        try {
            return file == null ? null : file.toRealPath();
        } catch (IOException e) {
            throw StoreException.permanent("The path of the " + database.label() + " cannot be resolved.", e);
        }
    }

    /** The one value, or an empty string where it is missing. */
    private String queried(String query) {
        return database.transactions().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                String value = row.next() ? row.getString(1) : null;
                return value == null ? "" : value;
            }
        });
    }
}
