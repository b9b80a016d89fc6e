package io.memu4j.internal.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void a_byte_order_mark_tells_the_encoding_and_is_no_text(String charset) {
        byte[] bytes = "\ufeffGr\u00fc\u00dfe \ud83d\ude00".getBytes(Charset.forName(charset));

        assertThat(decode(bytes, StandardCharsets.ISO_8859_1)).isEqualTo("Gr\u00fc\u00dfe \ud83d\ude00");
    }

    @Test
    void the_declared_encoding_is_used_where_it_fits() {
        byte[] cyrillic =
                "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440".getBytes(Charset.forName("windows-1251"));

        assertThat(decode(cyrillic, Charset.forName("windows-1251")))
                .isEqualTo("\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440");
        assertThat(decode("\u00fc".getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII))
                .isEqualTo("\u00fc");
    }

    @Test
    void malformed_utf_8_is_windows_1252_where_that_is_text() {
        assertThat(decode("Caf\u00e9 \u2013 \u20ac 5".getBytes(Charset.forName("windows-1252")), null))
                .isEqualTo("Caf\u00e9 \u2013 \u20ac 5");
    }

    @Test
    void each_line_end_becomes_a_line_feed() {
        assertThat(decode("a\r\nb\rc\nd\r\n\r\ne".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("a\nb\nc\nd\n\ne");
    }

    @Test
    void random_and_compressed_bytes_are_no_text() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            byte[] noise = new byte[512];
            new Random(seed).nextBytes(noise);
            refuses(noise);
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("The same words again and again. ".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        refuses(zipped.toByteArray());
        refuses("text without a mark".getBytes(StandardCharsets.UTF_16LE));
    }

    private static String decode(byte[] bytes, Charset declared) {
        return TextDecoder.decode("The file x", bytes, declared);
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> decode(bytes, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The file x is not a text");
    }
}
