package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 files with more in them than tables: none of it runs, because H2 does not get to open them. */
class HostileH2FileTest {
    private static final AtomicInteger RUN = new AtomicInteger();

    @TempDir
    Path folder;

    private Path file;

    /** What an attacker plants; it counts its calls. */
    public static final class Planted implements Trigger {
        public Planted() {
            RUN.incrementAndGet();
        }

        public static int call() {
            return RUN.incrementAndGet();
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            RUN.incrementAndGet();
        }
    }

    @BeforeEach
    void ourFile() {
        RUN.set(0);
        file = folder.resolve("memu");
        JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC()).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create alias sneak for 'PLANTED.call'",
                "create alias sneak as 'int sneak() { return 1; }'",
                "create trigger sneak before insert on memu_items for each row call 'PLANTED'",
                "create alias sneak for 'PLANTED.call'; alter table memu_schema rename to shown;"
                        + " create view memu_schema as select id, version + sneak() - sneak() + 1 as version,"
                        + " compatible_from from shown",
                "alter table memu_schema rename to shown; create view memu_schema as select * from shown",
                "create alias sneak for 'PLANTED.call'; create table more(x int default sneak())",
                "create alias sneak for 'PLANTED.call'; create table more(x int, y int generated always as (sneak() + x))",
                "create alias sneak for 'PLANTED.call'; create domain more as int default sneak()",
                "create alias sneak for 'PLANTED.call'; create table more(x int check (sneak() > x))",
                "create table more(x varchar default file_read('/etc/hostname', 'utf-8'))",
                "create constant more value 1",
                "create force linked table more('org.h2.Driver', 'jdbc:h2:mem:elsewhere', '', '', 'X')",
                "create synonym more for memu_items",
            })
    void a_file_with_more_than_tables_is_not_opened(String planted) throws SQLException {
        plant(planted);
        RUN.set(0);

        assertRefused();
    }

    @Test
    void h2_itself_would_run_what_a_file_has() throws SQLException {
        plant("create trigger sneak before insert on memu_items for each row call 'PLANTED'");
        RUN.set(0);

        plant("call 1");

        assertThat(RUN).hasPositiveValue();
    }

    @Test
    void a_file_whose_data_types_name_a_class_of_the_application_is_not_opened() {
        try (MVStore store = MVStore.open(h2File().toString())) {
            store.openMap(
                            "_",
                            new MVMap.Builder<String, String>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(new ClassName()))
                    .clear();
            store.openMap(
                            "_",
                            new MVMap.Builder<String, String>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(new ClassName()))
                    .put("8fa25204", Planted.class.getName());
        }
        assertRefused();
    }

    @Test
    void a_file_with_a_java_object_is_not_opened() {
        try (MVStore store = MVStore.open(h2File().toString())) {
            store.<Integer, Object>openMap("openTransactions").put(1, Locale.ROOT);
        }
        assertRefused();
    }

    @Test
    void the_file_that_h2_would_take_for_a_missing_one_is_examined_too() throws Exception {
        plant("create trigger sneak before insert on memu_items for each row call 'PLANTED'");
        Files.move(h2File(), h2File().resolveSibling("memu.mv.db.newFile"));
        RUN.set(0);

        assertRefused();
    }

    @Test
    void an_encrypted_file_is_examined_with_its_password() throws SQLException {
        Path secret = folder.resolve("secret");
        String url = "jdbc:h2:file:" + secret + ";CIPHER=AES";
        DatabaseConfig config = DatabaseConfig.jdbc(url).withCredentials("sa", "file user");
        JpaMemoryStore.open(config, Clock.systemUTC()).close();
        assertThatCode(() -> DatabaseFiles.requireData(config)).doesNotThrowAnyException();
        JpaMemoryStore.open(config, Clock.systemUTC()).close();
        run(url, "file user", "create alias sneak for 'PLANTED.call'");

        assertThatThrownBy(() -> JpaMemoryStore.open(config, Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the word FORCE");
    }

    @Test
    void tables_of_the_application_beside_those_of_memory_are_no_reason_to_refuse() throws SQLException {
        plant("create table orders(id bigint generated by default as identity primary key, placed timestamp default"
                + " current_timestamp, state varchar(20) default 'it''s (new)', amount numeric(10, 2) check (amount >= 0));"
                + " create index orders_ix on orders(state); create schema shop; create table shop.goods(n int unique);"
                + " create user reader password 'x'; grant select on orders to reader");

        assertThatCode(() -> JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC())
                        .close())
                .doesNotThrowAnyException();
    }

    /** Words that H2 itself adds to definitions, and what an application may say of its tables. */
    @Test
    void what_h2_notes_of_tables_is_no_reason_to_refuse() throws SQLException {
        plant(
                "create table orders(id int primary key, n int default 1 default on null, secret int invisible default -3,"
                        + " d date default date '2026-01-01', b boolean default true, f double precision default 1e3,"
                        + " p numeric(5, 2) default 1.5, t varchar array);"
                        + " comment on table orders is 'what was (ordered)'; comment on column orders.n is 'how many; of it';"
                        + " insert into orders(id, t) select x, array['a'] from system_range(1, 3000);"
                        + " create sequence s as smallint start with 5 increment by 2 minvalue 1 maxvalue 9 cycle no cache;"
                        + " create sequence gone start with 1 maxvalue 2 no cache; select next value for gone from system_range(1, 2);"
                        + " create hash index h on orders(n); create unique index u on orders(id);"
                        + " create role clerk; grant insert, select on orders to clerk; grant alter any schema to sa;"
                        + " create schema other authorization sa; create memory table other.more(n int references public.orders"
                        + " on update cascade on delete set null); alter sequence s restart with 7; analyze");

        assertThatCode(() -> JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC())
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void a_program_may_trust_its_file() throws SQLException {
        plant("create alias sneak for 'PLANTED.call'");

        assertThatCode(() -> JpaMemoryStore.open(DatabaseConfig.trustedJdbc("jdbc:h2:file:" + file), Clock.systemUTC())
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void examining_a_file_that_is_open_here_leaves_its_lock_in_place() throws Exception {
        try (JpaMemoryStore open = JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC());
                JpaMemoryStore again = JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC())) {
            DatabaseFiles.requireData(DatabaseConfig.h2(file));
            assertThat(lockedForOthers()).isTrue();
            assertThat(again.scopes(null, 1)).isEqualTo(open.scopes(null, 1));
        }
        DatabaseFiles.requireData(DatabaseConfig.h2(file));
    }

    /** As another process sees it: {@code /proc/locks} names the inode of every locked file. */
    private boolean lockedForOthers() throws Exception {
        Path locks = Path.of("/proc/locks");
        if (!Files.exists(locks)) {
            return true;
        }
        Object inode = Files.getAttribute(h2File(), "unix:ino");
        return Files.readAllLines(locks).stream().anyMatch(line -> line.contains(":" + inode + " "));
    }

    private void assertRefused() {
        assertThatThrownBy(() -> JpaMemoryStore.open(DatabaseConfig.h2(file), Clock.systemUTC())
                        .close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it could run something");
        assertThatThrownBy(() -> DatabaseFiles.requireData(DatabaseConfig.jdbc("jdbc:h2:file:" + file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it could run something");
        assertThat(RUN).hasValue(0);
    }

    private void plant(String sql) throws SQLException {
        run("jdbc:h2:file:" + file, "", sql);
    }

    private static void run(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("PLANTED", Planted.class.getName()));
        }
    }

    private Path h2File() {
        return folder.resolve("memu.mv.db");
    }

    /** Writes the name of a class as H2 writes a data type. */
    private static final class ClassName extends BasicDataType<String> {
        @Override
        public int getMemory(String name) {
            return name.length();
        }

        @Override
        public void write(WriteBuffer buffer, String name) {
            buffer.putVarInt(name.length()).putStringData(name, name.length());
        }

        @Override
        public String read(ByteBuffer buffer) {
            return "";
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }
}
