package io.memu4j.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
    @ParameterizedTest
    @CsvSource({"1,1", "510,1", "511,2", "1020,2", "1021,3", "8000,16"})
    void windows_are_few_of_equal_size_and_hold_every_token_once(int tokens, int expected) {
        List<long[]> windows =
                Windows.of(LongStream.range(1_000, 1_000 + tokens).toArray(), 1, 2);

        assertThat(windows).hasSize(expected).allSatisfy(w -> {
            assertThat(w.length - 2).isBetween(tokens / expected, Windows.TEXT_TOKENS);
            assertThat(w).startsWith(1).endsWith(2);
        });
        assertThat(windows.stream().flatMapToLong(w -> LongStream.of(w).skip(1).limit(w.length - 2)))
                .containsExactlyElementsOf(
                        LongStream.range(1_000, 1_000 + tokens).boxed().toList());
    }

    @Test
    void no_token_is_one_empty_window() {
        assertThat(Windows.of(new long[0], 1, 2)).containsExactly(new long[] {1, 2});
    }
}
