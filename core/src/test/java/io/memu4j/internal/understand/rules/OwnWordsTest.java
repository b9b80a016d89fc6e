package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.model.MemoryType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the words of others and descriptions of photos end, and the speaker's own go on. */
class OwnWordsTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Translate this: "I am a sailor and I own a yacht." I live in Odense.                | I live in Odense.
            "I own a castle," reads the ad. My rent is 900 euros.                               | My rent is 900 euros.
            For example: "I own a castle." I live in Odense.                                    | I live in Odense.
            Let's pretend I am a pirate. I have a parrot. By the way, I live in Odense.         | By the way, I live in Odense.
            Proofread this: I am a clown. I juggle. Anyway, I moved to Turku in March.          | Anyway, I moved to Turku in March.
            Hier ist ein Beispiel: Ich bin ein Ritter. Übrigens wohne ich in Bern.              | Übrigens wohne ich in Bern.
            Imagina que soy un rey. Por cierto, vivo en Cádiz.                                  | Por cierto, vivo en Cádiz.
            Imagine que je suis roi. Au fait, j'habite à Nantes.                                | Au fait, j'habite à Nantes.
            Imagine you could fly! I live in Odense.                                            | I live in Odense.
            Imagine my surprise! I won the chess cup in Turku.                                  | I won the chess cup in Turku.
            Can you imagine? My brother Olaf became a pilot.                                    | My brother Olaf became a pilot.
            Picture this: a lake at dawn. I teach chemistry in Odense.                          | I teach chemistry in Odense.
            """)
    void the_speakers_own_words_go_on_behind_a_quotation_a_game_or_an_image(String said, String kept) {
        assertThat(kept(said)).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Let's pretend I am a pirate. I have a parrot. My ship is in Turku.",
                "Proofread this: I am a clown. I juggle. I live in Turku.",
                "Imagine I am a king. I live in a castle in Turku.",
            })
    void a_game_or_a_text_goes_on_where_nothing_leads_back(String said) {
        assertThat(kept(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Here's a photo of my garden. I planted tulips in March.                    | I planted tulips in March.
            Look at this picture of my dad! My son Emil turned five on Sunday.         | My son Emil turned five on Sunday.
            The picture shows my old school. My rent is 900 euros.                     | My rent is 900 euros.
            This mural was painted by Olaf. I bought a kayak in April. [photo: art]    | I bought a kayak in April.
            J'habite à Nantes. [photo : un vélo de ma sœur Anne à Lyon]                | J'habite à Nantes.
            Vivo en Cádiz. [foto: mi perro Tito en la playa]                           | Vivo en Cádiz.
            I live in Odense. [shares a photo: my dog Tito lives in Turku]             | I live in Odense.
            This is a cake that I baked. I live in Odense. [shares a photo: a cake]    | I live in Odense.
            Hier ein Foto von meinem Garten. Ich wohne jetzt in Bern.                  | Ich wohne jetzt in Bern.
            Das ist mein altes Rad. Ich wohne in Bern. [teilt ein Foto: ein Rad]       | Ich wohne in Bern.
            Voici une photo de mon chat. J'habite à Nantes.                            | J'habite à Nantes.
            Mira esta foto de mi perro. Vivo en Cádiz.                                 | Vivo en Cádiz.
            I took a photo of the comet in Turku.                                      | I took a photo of the comet in Turku.
            """)
    void a_description_of_a_photo_is_left_out_and_a_fact_beside_it_kept(String said, String kept) {
        assertThat(kept(said)).containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Translate this abstract to French. Also, my deadline is Thursday.    | Also, my deadline is Thursday.
            Please proofread my letter. Also, I am allergic to shellfish.        | Also, I am allergic to shellfish.
            Fix the grammar. Oh, and I moved to Graz last week.                  | Oh, and I moved to Graz last week.
            Bitte übersetze das. Außerdem ist meine Abgabe am Freitag.           | Außerdem ist meine Abgabe am Freitag.
            Por favor traduce este texto. Además, mi jefa se llama Carla.        | Además, mi jefa se llama Carla.
            Traduci questo testo. Inoltre, mia figlia si chiama Bea.             | Inoltre, mia figlia si chiama Bea.
            Traduza este texto. Além disso, moro em Faro.                        | Além disso, moro em Faro.
            翻译这段话。另外，我住在上海。                                             | 另外，我住在上海。
            """)
    void what_is_added_to_a_task_is_the_speakers_own(String said, String kept) {
        assertThat(kept(said)).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Translate this to English. I also live in Bern and have two cats.",
                "Please proofread this.\n\nI am a nurse. Also, I have a dog.",
                "Translate to Czech: I am allergic to latex. Also, I have a dog.",
            })
    void the_text_of_a_task_is_not(String said) {
        assertThat(kept(said)).isEmpty();
    }

    private List<String> kept(String said) {
        return understanding.understand(Chat.of("Ana: " + said), ModelCalls.none()).statements().stream()
                .map(Statement::text)
                .toList();
    }
}
