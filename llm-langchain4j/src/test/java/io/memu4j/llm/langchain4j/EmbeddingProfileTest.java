package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingProfileTest {
    @ParameterizedTest
    @CsvSource({
        "text-embedding-3-large, 8191",
        "BAAI/bge-large-en-v1.5, 512",
        "bge-small-zh-v1.5, 512",
        "bge-m3, 8000",
        "multilingual-e5-large-instruct, 512",
        "thenlper/gte-base, 512",
        "snowflake-arctic-embed:335m, 512",
        "sentence-transformers/all-MiniLM-L6-v2, 256",
        "all-minilm, 256",
        "something-new, 8000"
    })
    void a_text_has_as_many_tokens_as_the_model_takes(String name, int tokens) {
        assertThat(EmbeddingProfile.ofName(name, 8).textTokens()).isEqualTo(tokens);
        assertThat(EmbeddingProfile.ofName(name, 8).withTextTokens(300).textTokens())
                .isEqualTo(300);
    }

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
