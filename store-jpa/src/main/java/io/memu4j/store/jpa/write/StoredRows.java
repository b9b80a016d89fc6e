package io.memu4j.store.jpa.write;

import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is stored of the rows that a change set speaks of: a few columns, found by key. */
final class StoredRows {
    private final BoundSession session;

    StoredRows(BoundSession session) {
        this.session = session;
    }

    /** Versions by id, of those ids that exist. */
    Map<String, Long> versions(String entity, Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        for (Object[] row :
                rows("select r.key.id, r.version from " + entity + " r where own(r) and r.key.id in (:keys)", ids)) {
            versions.put((String) row[0], (Long) row[1]);
        }
        return versions;
    }

    /** Ids by the value of a column that is unique in the scope, for those values that exist. */
    Map<String, String> holders(String entity, String column, Collection<String> values) {
        Map<String, String> holders = new HashMap<>();
        for (Object[] row : rows(
                "select r." + column + ", r.key.id from " + entity + " r where own(r) and r." + column + " in (:keys)",
                values)) {
            holders.put((String) row[0], (String) row[1]);
        }
        return holders;
    }

    /** Columns of the rows a query finds by its parameter {@code keys}. */
    List<Object[]> rows(String query, Collection<String> keys) {
        return Chunks.collect(keys, chunk -> session.select(query, Object[].class)
                .setAll("keys", chunk)
                .list());
    }
}
