package io.memu4j.internal.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.internal.search.text.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerMentionTest {
    @Test
    void a_speaker_named_in_the_question_is_taken_out_of_its_words() {
        SpeakerMention mention = mention("When did Ana's brother call Ana?", "Ana Lima", "Ben");

        assertThat(mention.names()).containsExactly("Ana Lima");
        assertThat(mention.rest()).doesNotContainIgnoringCase("ana").contains("brother");
    }

    @Test
    void both_speakers_may_be_named() {
        assertThat(mention("What do Ana and Ben share?", "Ana", "Ben").names()).containsExactlyInAnyOrder("Ana", "Ben");
    }

    @Test
    void a_question_without_a_speaker_is_left_as_it_is() {
        SpeakerMention mention = mention("Who likes bananas?", "Ana");

        assertThat(mention.names()).isEmpty();
        assertThat(mention.rest()).isEqualTo("Who likes bananas?");
    }

    @Test
    void an_ordinary_word_written_small_is_no_name() {
        assertThat(mention("When will Ana come?", "Will", "Ana").names()).containsExactly("Ana");
        assertThat(mention("What did Will say?", "Will", "Ana").names()).containsExactly("Will");
        assertThat(mention("what did will say", "Will").names()).containsExactly("Will");
    }

    @Test
    void a_role_is_a_name_where_nobody_has_another() {
        assertThat(mention("What did the assistant recommend?", "assistant", "user")
                        .names())
                .containsExactly("assistant");
    }

    @Test
    void a_name_is_found_where_words_have_no_spaces_between_them() {
        assertThat(mention("美咲はどこに引っ越しましたか", "美咲", "健太").names()).containsExactly("美咲");
        assertThat(mention("美咲はどこに引っ越しましたか", "美咲", "健太").rest()).isEqualTo(" はどこに引っ越しましたか");
        assertThat(mention("王小明什么时候搬家", "王小明", "李华").names()).containsExactly("王小明");
        assertThat(mention("지수는 어디로 이사했어요?", "지수", "민호").names()).containsExactly("지수");
        assertThat(mention("小さい犬", "小").names()).as("part of a word").isEmpty();
    }

    @Test
    void the_topic_is_the_question_without_names_unless_nothing_else_is_left() {
        assertThat(mention("What did Ana's  boss tell Ana Lima?", "Ana Lima").topic("unused"))
                .isEqualTo("What did boss tell ?");
        assertThat(mention("Ana?", "Ana").topic("Ana?")).isEqualTo("Ana?");
        assertThat(mention("Who  likes soup?", "Ana").topic("Who  likes soup?")).isEqualTo("Who  likes soup?");
    }

    private static SpeakerMention mention(String question, String... speakers) {
        ScopeUnits units = new ScopeUnits();
        for (String speaker : speakers) {
            units.putPassage(
                    speaker,
                    new UnitMetadata.OfPassage(
                            "r", 0, 0, speaker, false, EntityFeatures.NONE, false, Standing.NONE, 0, 0),
                    new AnalyzedText(AnalysisLanguage.ENGLISH, List.of()));
        }
        units.settle();
        return SpeakerMention.in(question, units.speakers());
    }
}
