package io.memu4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./memu;CIPHER=AES;LOCK_TIMEOUT=100",
                "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1;mode=PostgreSQL;",
                "jdbc:h2:file:C:/data/memu",
                "jdbc:h2:C:/data/memu",
                "jdbc:h2:/data/a:b/memu",
                "jdbc:h2:~/memu;TRACE_LEVEL_FILE=0",
                "jdbc:h2:tcp://host/memu;AUTO_SERVER=FALSE",
                "jdbc:postgresql://db/memory",
                "jdbc:postgresql://db/memory?ssl=true&sslmode=verify-full&currentSchema=memory&options=-c%20role=x",
                "jdbc:sqlite:data/memu.db"
            })
    void settings_that_only_say_how_to_connect_pass(String url) {
        assertThatCode(() -> DatabaseConfig.jdbc(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=CREATE ALIAS F AS 'int f() { return 1; }'\\;CALL F()",
                "jdbc:h2:./memu;init=RUNSCRIPT FROM 'http://localhost/x'",
                "jdbc:h2:./memu;LOCK_TIMEOUT=1\\;INIT=x",
                "jdbc:h2:./memu; INIT=x",
                "jdbc:h2:./memu;DATABASE_EVENT_LISTENER='a.B'",
                "jdbc:h2:./memu;JAVA_OBJECT_SERIALIZER='a.B'",
                "jdbc:h2:./memu;DEFAULT_TABLE_ENGINE=a.B",
                "jdbc:h2:./memu;RECOVER_TEST=x",
                "jdbc:h2:./memu;AUTHREALM=x",
                "jdbc:h2:./memu;TRACE_LEVEL_FILE=3",
                "jdbc:h2:./memu;TRACE_MAX_FILE_SIZE=3",
                "jdbc:h2:./memu;IGNORE_UNKNOWN_SETTINGS=TRUE",
                "jdbc:h2:zip:/data/a.zip!/memu",
                "jdbc:h2:file:zip:/data/a.zip!/memu",
                "jdbc:h2:nioMemFS:x",
                "jdbc:h2:./memu;nonsense",
                "jdbc:postgresql://db/m?socketFactory=a.B",
                "jdbc:postgresql://db/m?user=x&socketFactoryArg=http://localhost/x.xml",
                "jdbc:postgresql://db/m?sslfactory=a.B",
                "jdbc:postgresql://db/m?sslhostnameverifier=a.B",
                "jdbc:postgresql://db/m?sslpasswordcallback=a.B",
                "jdbc:postgresql://db/m?authenticationPluginClassName=a.B",
                "jdbc:postgresql://db/m?xmlFactoryFactory=a.B",
                "jdbc:postgresql://db/m?sspiServiceClass=x",
                "jdbc:postgresql://db/m?jaasApplicationName=x",
                "jdbc:postgresql://db/m?loggerFile=/tmp/x&loggerLevel=TRACE",
                "jdbc:postgresql://db/m?service=x",
                "jdbc:postgresql://db/m?%75ser=x",
                "jdbc:postgresql:///m?ApplicationName=a&ssl%66actory=a.B"
            })
    void settings_that_run_load_or_write_are_refused_unless_a_program_says_so(String url) {
        assertThatThrownBy(() -> DatabaseConfig.jdbc(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("DatabaseConfig.trustedJdbc");

        assertThat(DatabaseConfig.trustedJdbc(url).trusted()).isTrue();
        if (url.startsWith("jdbc:postgresql:")) {
            assertThatThrownBy(() -> DatabaseConfig.postgresql(url, "u", "p"))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void the_message_names_the_setting_and_no_value() {
        assertThatThrownBy(() -> DatabaseConfig.jdbc("jdbc:h2:./memu;PASSWORD=s3cret;INIT=CALL s3cret()"))
                .hasMessageContaining("'INIT'")
                .hasMessageNotContaining("s3cret");
    }
}
