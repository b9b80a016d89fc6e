package io.memu4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTokensTest {
    @ParameterizedTest
    @ValueSource(strings = {"I live in İzmir.", "İİİ İstanbul", "GROẞE Straße", "\uD801\uDC00\uD801\uDC01 and ΟΔΟΣ"})
    void places_are_those_of_the_text_whatever_lower_case_does_to_its_length(String text) {
        WordTokens tokens = WordTokens.of(text);

        assertThat(tokens.lower()).hasSameSizeAs(text);
        for (int i = 0; i < tokens.words().size(); i++) {
            String word = text.substring(tokens.starts().get(i), tokens.ends().get(i));
            assertThat(word).hasSameSizeAs(tokens.words().get(i)).doesNotContain(" ", ".");
        }
    }
}
