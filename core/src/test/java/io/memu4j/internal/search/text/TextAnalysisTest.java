package io.memu4j.internal.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {
    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 'We went to the market and it was great'",
        "ENGLISH, 'Porto!'",
        "GERMAN, 'Ich habe mir gestern ein neues Fahrrad gekauft und es ist rot'",
        "FRENCH, 'Je suis allé au marché avec ma soeur et nous avons mangé'",
        "SPANISH, 'Ayer fui al mercado con mi hermana y comimos algo'",
        "DUTCH, 'Ik heb gisteren een nieuwe fiets gekocht en hij is rood'",
        "ENGLISH, 'Fiets gekocht, niet duur'",
        "OTHER, '昨日は友達と一緒に京都へ行きました'",
        "OTHER, 'Вчера мы ходили на рынок'"
    })
    void the_language_is_told_by_script_and_function_words(AnalysisLanguage language, String text) {
        assertThat(analysis.analyzed(text).language()).isEqualTo(language);
    }
}
