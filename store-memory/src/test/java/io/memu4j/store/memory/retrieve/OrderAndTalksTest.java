package io.memu4j.store.memory.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions for the order of events, and for talks by number and order in each language. */
class OrderAndTalksTest {
    private final MemoryServiceFactory memu =
            MemoryServiceFactory.builder().llm(LlmConfig.none()).build();
    private final MemoryService lena = memu.service("lena", "assistant");

    @BeforeEach
    void remember() {
        talk(
                "2024-03-04",
                "The kiln for my pottery arrived today.",
                "I fired the first pottery in the kiln, and the pottery cracked.",
                "The pottery glaze for the kiln is green.",
                "Pottery from the kiln cools for a day.",
                "My pottery teacher checks the kiln.",
                "The kiln and the pottery wheel share a room.");
        talk("2024-04-08", "A gallery wants to show pottery of mine.", "The bus to the gallery was late.");
        talk("2024-05-13", "I sold pottery at the spring fair.", "It rained on the tents.");
        talk("2024-06-17", "Next year I will teach pottery to children.", "The hall has big windows.");
    }

    @AfterEach
    void close() {
        memu.close();
    }

    private void talk(String day, String... said) {
        List<ConversationMessage> messages = Stream.of(said)
                .map(text -> ConversationMessage.builder("user", text)
                        .name("Lena")
                        .createdAt(OffsetDateTime.parse(day + "T10:00:00Z"))
                        .build())
                .toList();
        lena.memorize(MemorizeRequest.messages("talk of " + day, messages));
    }

    private List<String> days(String question, int topK) {
        return lena.retrieve(RetrieveRequest.of(question).withTopK(topK)).passages().stream()
                .map(found -> String.valueOf(found.value().saidAt()).substring(0, 10))
                .toList();
    }

    @Test
    void the_mentions_of_a_theme_are_gathered_over_talks() {
        String question = "List the order in which I brought up different aspects of my pottery. Mention four items.";

        assertThat(days(question, 5)).contains("2024-03-04", "2024-04-08", "2024-05-13", "2024-06-17");
        assertThat(days("What did I say about the pottery and its kiln?", 5)).containsOnly("2024-03-04");
    }

    @Test
    void a_prompt_lists_them_by_time() {
        RetrieveResult result = lena.retrieve(RetrieveRequest.of("In what order did I mention plans for my pottery?"));

        List<String> lines = result.toPrompt(600)
                .lines()
                .filter(line -> line.startsWith("- [2024"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(8);
        assertThat(lines.get(0)).contains("The kiln for my pottery arrived");
        assertThat(lines.get(1)).contains("I fired the first pottery");
        assertThat(lines).extracting(line -> line.substring(0, 14)).isSorted();
    }

    @Test
    void the_shares_of_the_signals_add_up_to_the_score() {
        RetrieveResult result = lena.retrieve(RetrieveRequest.of("In what order did I mention my pottery?")
                .withTopK(10)
                .withExplain(true));

        assertThat(result.passages()).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(row.signals().stream()
                        .mapToDouble(share -> share.share())
                        .sum())
                .isCloseTo(row.score(), Offset.offset(1e-4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did we talk about in our first session?",
                "Worüber haben wir in unserer ersten Sitzung gesprochen?",
                "Was haben wir in unserem ersten Gespräch besprochen?",
                "De quoi avons-nous parlé dans notre première séance ?",
                "De quoi avons-nous parlé lors de notre première conversation ?",
                "¿De qué hablamos en nuestra primera sesión?",
                "¿Qué comentamos en nuestra primera conversación?",
                "Di che cosa abbiamo parlato nella nostra prima sessione?",
                "Di cosa abbiamo parlato nella nostra prima conversazione?",
                "Do que falamos na nossa primeira sessão?",
                "Sobre o que conversamos na nossa primeira conversa?",
                "Waar hebben we het over gehad in onze eerste sessie?",
                "Wat hebben we besproken in ons eerste gesprek?",
                "我们第一次对话聊了什么？",
                "在我们的第一次谈话中说了什么？",
                "最初の会話で何を話しましたか？",
                "私たちの最初のセッションでは何を話しましたか？",
                "우리 첫 대화에서 무슨 이야기를 했어?",
                "첫 번째 대화에서 무엇을 이야기했나요?",
            })
    void the_first_talk_is_found_in_each_language(String question) {
        assertThat(days(question, 6)).hasSize(6).containsOnly("2024-03-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did we discuss in our last conversation?",
                "Was haben wir in unserer letzten Sitzung besprochen?",
                "Was hatten wir in unserem letzten Gespräch gesagt?",
                "De quoi avons-nous parlé pendant notre dernière conversation ?",
                "Qu'avons-nous dit la dernière fois ?",
                "¿De qué hablamos en nuestra última conversación?",
                "¿De qué hablamos en nuestra sesión anterior?",
                "Di cosa abbiamo parlato nella nostra ultima conversazione?",
                "Sobre o que falamos na nossa última conversa?",
                "Waarover hebben we in ons laatste gesprek gesproken?",
                "Wat hebben we in onze vorige sessie besproken?",
                "我们上次聊了什么？",
                "前回の会話で何を話しましたか？",
                "지난 대화에서 무슨 이야기를 했어?",
            })
    void the_last_talk_is_found_in_each_language(String question) {
        assertThat(days(question, 2)).hasSize(2).containsOnly("2024-06-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did we talk about in our second session?",
                "Worüber haben wir in unserer zweiten Sitzung gesprochen?",
                "De quoi avons-nous parlé dans notre deuxième séance ?",
                "¿De qué hablamos en nuestra segunda conversación?",
                "Di cosa abbiamo parlato nella nostra seconda sessione?",
                "Do que falamos na nossa segunda sessão?",
                "Wat hebben we besproken in onze tweede sessie?",
                "我们第二次对话聊了什么？",
                "2回目の会話で何を話しましたか？",
                "두 번째 대화에서 무슨 이야기를 했어?",
            })
    void the_second_talk_is_found_in_each_language(String question) {
        assertThat(days(question, 2)).hasSize(2).containsOnly("2024-04-08");
    }
}
