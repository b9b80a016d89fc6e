package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingProfileTest {
    @ParameterizedTest
    @CsvSource({
        "text-embedding-3-small, '', ''",
        "nomic-embed-text:latest, 'search_document: ', 'search_query: '",
        "intfloat/multilingual-e5-large, 'passage: ', 'query: '",
        "BAAI/bge-small-en-v1.5, '', 'Represent this sentence for searching relevant passages: '",
        "bge-m3, '', ''"
    })
    void questions_and_texts_get_the_prefixes_the_model_was_trained_with(String name, String text, String question) {
        EmbeddingProfile profile = EmbeddingProfile.ofName(name, 8);

        assertThat(profile.documentPrefix()).isEqualTo(text);
        assertThat(profile.queryPrefix()).isEqualTo(question);
    }
}
