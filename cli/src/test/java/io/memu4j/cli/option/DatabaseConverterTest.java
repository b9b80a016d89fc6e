package io.memu4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DatabaseConverterTest {
    private final DatabaseConverter converter = new DatabaseConverter();

    @Test
    void a_path_is_a_sqlite_file() {
        assertThat(converter.convert("some/memu.db")).isEqualTo(DatabaseConfig.sqlite(Path.of("some/memu.db")));
        assertThat(converter.convert("jdbc:sqlite:some/memu.db"))
                .isEqualTo(DatabaseConfig.sqlite(Path.of("some/memu.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./some/memory", "jdbc:h2:./some/memory", "jdbc:h2:file:some/memory"})
    void an_h2_file_is_known_as_a_file(String url) {
        assertThat(converter.convert(url)).isEqualTo(DatabaseConfig.h2(Path.of("some/memory")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:h2:tcp://host/x", "jdbc:h2:./x;CIPHER=AES", "jdbc:h2:~/x"})
    void other_urls_of_h2_stay_urls(String url) {
        assertThat(converter.convert(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:mysql://x/y", "jdbc:sqlite::memory:"})
    void what_cannot_be_a_database_is_refused(String value) {
        assertThatThrownBy(() -> converter.convert(value)).isInstanceOf(TypeConversionException.class);
    }
}
