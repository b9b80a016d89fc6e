package io.memu4j.spi.llm;

/**
 * The expected shape of an answer. A model without support for schemas ignores it, so the prompt says the same in words.
 *
 * @param name 1 to 64 letters, digits, {@code _} or {@code -}
 * @param json a JSON Schema whose root is an object
 */
public record AnswerSchema(String name, String json) {}
