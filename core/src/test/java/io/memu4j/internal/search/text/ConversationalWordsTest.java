package io.memu4j.internal.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as they are once times and names are taken out. */
class ConversationalWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did we talk about on ?",
                "what happened in the chat on ",
                "What's been going on  ?",
                "Tell me everything that was said ",
                "Can you give me a summary of our conversation from  please",
                "Worüber haben wir am  gesprochen?",
                "De quoi avons-nous parlé le ?",
                "¿De qué hablamos el  ?",
                "我们聊了什么？",
                "に何について話しましたか"
            })
    void talk_as_such(String question) {
        assertThat(ConversationalWords.areAllOf(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did we say about the war on ?",
                "Which book did  read in ?",
                "Welches Buch haben wir am  besprochen?",
                "我们聊了什么电影？"
            })
    void a_topic(String question) {
        assertThat(ConversationalWords.areAllOf(question)).isFalse();
    }
}
