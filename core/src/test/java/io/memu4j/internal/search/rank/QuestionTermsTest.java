package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.text.TextAnalysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTermsTest {
    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'We were painting sunsets', 'Who paints a sunset?'",
        "'I bought it last spring', 'What did she buy?'",
        "'My children are at home', 'Which child is older?'",
        "'我在 Porto bought 了', 'What did she buy?'",
        "'Ich habe mir gestern neue Fahrräder gekauft und sie sind rot', 'Welches Fahrrad war es'",
        "'昨日は友達と一緒に京都へ行きました', '京都にはいつ行きましたか'",
        "'我上个月搬到了波尔图', '我什么时候搬到波尔图'",
        "'어제 친구와 서울에 갔어요', '서울에 언제 갔어요'",
        "'我在 Porto 学习 Painting', 'Who paints in Porto?'",
        "'Вчера мы ходили на рынок', 'Кто ходил на рынок?'"
    })
    void a_text_and_a_question_about_it_meet_in_a_term(String text, String question) {
        LexicalIndex index = new LexicalIndex();
        index.put(0, analysis.analyzed(text));

        assertThat(index.postings(new QuestionTerms(question, analysis).in(index)))
                .isNotEmpty();
    }

    @Test
    void a_question_is_analysed_in_the_languages_of_the_texts_alone() {
        LexicalIndex index = new LexicalIndex();
        index.put(0, analysis.analyzed("We went to the market and it was great"));

        assertThat(new QuestionTerms("the markets", analysis).in(index)).containsExactly("market");
    }

    @Test
    void function_characters_are_not_looked_for() {
        LexicalIndex index = new LexicalIndex();
        index.put(0, analysis.analyzed("你周末做了什么"));

        assertThat(new QuestionTerms("李华养了什么猫", analysis).in(index))
                .doesNotContain("了", "什", "么", "什么")
                .contains("猫", "李华");
    }

    @Test
    void words_without_a_topic_are_not_looked_for() {
        LexicalIndex index = new LexicalIndex();
        index.put(0, analysis.analyzed("We went to the market and it was great"));

        assertThat(new QuestionTerms("What did they do about the soup?", analysis).in(index))
                .containsExactly("soup");
    }
}
