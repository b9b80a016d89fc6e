package io.memu4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    @ParameterizedTest
    @CsvSource({
        "猫, true, true",
        "𠮷, true, true",
        "ねこ, true, true",
        "ラー, true, true",
        "고양이, false, true",
        "แมว, false, false",
        "кот, false, false",
        "Kätzchen, false, false"
    })
    void scripts_are_told_apart(String word, boolean ideographOrKana, boolean cjk) {
        assertThat(Scripts.hasIdeographOrKana(word)).isEqualTo(ideographOrKana);
        assertThat(Scripts.hasCjk(word)).isEqualTo(cjk);
    }
}
