package io.memu4j.store.jpa.database;

import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.MetaType;
import org.h2.mvstore.type.StringDataType;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/**
 * What an H2 file would have H2 do while it is opened, read with the file's storage alone. There are three such places: the classes of its
 * data types, the states of prepared transactions, which are Java objects, and the definitions, which are SQL.
 */
final class H2FileContents {
    private static final String TYPES = "_";
    private static final String PREPARED = "openTransactions";
    private static final String DEFINITIONS = "table.0";

    private static final String VERSIONED = "org.h2.mvstore.tx.VersionedValueType$Factory";

    /** The types of a database with tables and large objects. */
    private static final Set<String> KNOWN_TYPES = Set.of(
            "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type",
            "org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.db.RowDataType$Factory",
            "org.h2.mvstore.db.ValueDataType",
            "org.h2.mvstore.db.ValueDataType$Factory",
            VERSIONED,
            "org.h2.mvstore.type.ByteArrayDataType",
            "org.h2.mvstore.type.LongDataType",
            "org.h2.mvstore.type.StringDataType");

    private H2FileContents() {}

    /** Returns null for a file that only defines data, else what else it has. Opens and closes the file. */
    static @Nullable String foreign(Path file, char @Nullable [] filePassword) {
        MVStore.Builder builder =
                new MVStore.Builder().fileName(file.toString()).readOnly().autoCommitDisabled();
        if (filePassword != null) {
            builder.encryptionKey(filePassword.clone()); // the store clears it
        }
        try (MVStore store = builder.open()) {
            if (!onlyKnownTypes(store)) {
                return "an unknown data type";
            }
            if (!isEmpty(store, PREPARED)) {
                return "a prepared transaction";
            }
            return foreignDefinition(store);
        }
    }

    private static boolean onlyKnownTypes(MVStore store) {
        if (!store.hasMap(TYPES)) {
            return true;
        }
        var types = new MVMap.Builder<String, DataType<?>>()
                .keyType(StringDataType.INSTANCE)
                .valueType(new KnownTypes());
        return reads(() -> {
            MVMap<String, DataType<?>> map = store.openMap(TYPES, types);
            map.keySet().forEach(map::get);
            return true;
        });
    }

    /** Reads no key and no value. */
    private static boolean isEmpty(MVStore store, String name) {
        if (!store.hasMap(name)) {
            return true;
        }
        var unread = new MVMap.Builder<Object, Object>().keyType(new Unread()).valueType(new Unread());
        return reads(() -> store.openMap(name, unread).isEmpty());
    }

    /** Returns false where the reading met something that is not known, which the storage may report as a damaged page. */
    private static boolean reads(BooleanSupplier reading) {
        try {
            return reading.getAsBoolean();
        } catch (UnknownType e) {
            return false;
        } catch (MVStoreException e) {
            if (e.getCause() instanceof UnknownType) {
                return false;
            }
            throw e;
        }
    }

    private static @Nullable String foreignDefinition(MVStore store) {
        if (!store.hasMap(DEFINITIONS)) {
            return null;
        }
        MVMap<Long, VersionedValue<String>> definitions = store.openMap(
                DEFINITIONS,
                new MVMap.Builder<Long, VersionedValue<String>>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(new VersionedValueType<String, Object>(new Definition())));
        for (Long id : definitions.keySet()) {
            VersionedValue<String> versions = definitions.get(id);
            String found = foreign(versions.getCurrentValue());
            if (found == null) {
                found = foreign(versions.getCommittedValue());
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String foreign(@Nullable String sql) {
        return sql == null ? null : H2Definitions.foreign(sql);
    }

    private static final class UnknownType extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** A type that is never written. */
    private abstract static class ReadOnly<T> extends BasicDataType<T> {
        @Override
        public final int getMemory(T value) {
            return 0;
        }

        @Override
        public final void write(WriteBuffer buffer, T value) {
            throw new UnsupportedOperationException("The file is only read.");
        }
    }

    /** Names of classes, of which H2 makes objects. */
    private static final class KnownTypes extends ReadOnly<DataType<?>> {
        private final MetaType<Object> known = new MetaType<>(null, null);

        @Override
        public DataType<?> read(ByteBuffer buffer) {
            requireKnown(buffer.duplicate());
            return known.read(buffer);
        }

        /** The name of a type around another one is followed by the name of the other one. */
        private static void requireKnown(ByteBuffer buffer) {
            String name;
            do {
                name = DataUtils.readString(buffer, DataUtils.readVarInt(buffer));
                if (!KNOWN_TYPES.contains(name)) {
                    throw new UnknownType();
                }
            } while (name.equals(VERSIONED));
        }

        @Override
        public DataType<?>[] createStorage(int size) {
            return new DataType<?>[size];
        }
    }

    /** Anything; reading it is refused. */
    private static final class Unread extends ReadOnly<Object> {
        @Override
        public Object read(ByteBuffer buffer) {
            throw new UnknownType();
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    /** A row of H2's table of definitions: id, head, type and SQL. Only the SQL is kept. */
    private static final class Definition extends ReadOnly<String> {
        private final ValueDataType values = new ValueDataType();

        @Override
        public String read(ByteBuffer buffer) {
            values.read(buffer);
            values.read(buffer);
            values.read(buffer);
            return String.valueOf(values.read(buffer).getString());
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }
}
