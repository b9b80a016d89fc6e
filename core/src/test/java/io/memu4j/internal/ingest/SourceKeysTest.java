package io.memu4j.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.model.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceKeysTest {
    private final SourceReader reader = new SourceReader(MemorizeConfig.DEFAULT, List.of(), Redaction.NONE);

    @Test
    void a_source_key_must_be_storable() {
        for (String key : List.of("", " ", "a\0b", "\ud83d", "k".repeat(4_001))) {
            assertThatThrownBy(() -> reader.read(new Source.OfText(key, "text"), null, ZoneOffset.UTC))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("The source key");
        }
    }

    @Test
    void the_key_of_a_file_or_an_address_must_be_storable_too() {
        for (Source source : List.of(
                new Source.OfFile(Path.of("/" + "k".repeat(4_001))),
                new Source.OfUri(URI.create("https://example.org/" + "k".repeat(4_001))))) {
            assertThatThrownBy(() -> reader.read(source, null, ZoneOffset.UTC))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("The source key has ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://ana:pw@example.org:8443/a/report.pdf?X-Amz-Signature=s3cret#part, https://example.org:8443/a/report.pdf",
        "https://example.org?key=s3cret, https://example.org",
        "s3://id:s3cret@bucket/a b.txt?v, s3://bucket/a b.txt",
        "https://a@b@example.org/x@y, https://example.org/x@y",
        "support chat 17?, support chat 17?",
        "/data/what?#1.txt, /data/what?#1.txt"
    })
    void an_address_is_shown_without_what_may_be_secret(String key, String shown) {
        ParsedSource parsed = reader.read(new Source.OfText(key, "text"), null, ZoneOffset.UTC);

        assertThat(parsed.url()).isEqualTo(shown);
        assertThat(parsed.key()).isEqualTo(key);
        assertThatThrownBy(() -> reader.read(new Source.OfText(key, " "), null, ZoneOffset.UTC))
                .hasMessageNotContaining("s3cret");
    }
}
