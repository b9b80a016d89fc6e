package io.memu4j.benchmarks.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnderstandingScoreTest {
    private static final String CONVERSATION =
            """
            {"id": "c", "language": "en", "kind": "k", "messages": [
              {"role": "user", "said": "2026-05-12T10:00Z", "text": "Where do you live?", "labels": [
                {"text": "Where do you live?", "keep": "no"}]},
              {"role": "user", "said": "2026-05-12T10:01Z", "text": "In Turku. I do *not* smoke.", "labels": [
                {"text": "In Turku.", "keep": "yes", "type": "profile", "topics": ["personal_info"], "needs": ["Where do you live?"]},
                {"text": "I do *not* smoke.", "keep": "yes", "type": "profile", "topics": ["habits"]}]}]}
            """;

    @Test
    void an_answer_with_its_question_and_a_sentence_without_marks_are_right() throws Exception {
        UnderstandingScore score = scoreOf(item("Where do you live? In Turku.", 0, 1), item("I do not smoke.", 1));

        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.wrong()).isZero();
    }

    @Test
    void a_lost_negation_is_wrong_and_a_question_alone_not_wanted() throws Exception {
        UnderstandingScore score = scoreOf(item("Where do you live?", 0), item("Ana does smoke.", 1));

        assertThat(score.recall()).isZero();
        assertThat(score.precision()).isZero();
        assertThat(score.wrong()).isEqualTo(1);
    }

    @Test
    void a_sentence_that_another_message_is_to_prove_is_not_kept() throws Exception {
        assertThat(scoreOf(item("I do not smoke.", 0)).recall()).isZero();
    }

    private static UnderstandingScore scoreOf(KeptItem... items) throws Exception {
        UnderstandingScore score = new UnderstandingScore();
        score.add(new ObjectMapper().readValue(CONVERSATION, LabelledConversation.class), List.of(items));
        return score;
    }

    private static KeptItem item(String text, Integer... messages) {
        return new KeptItem(text, "profile", Set.of(messages), Set.of(), null);
    }
}
