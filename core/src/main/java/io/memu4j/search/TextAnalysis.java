package io.memu4j.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts texts and questions into terms. Thread-safe. */
final class TextAnalysis implements AutoCloseable {
    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);

    TextAnalysis() {
        for (Language language : Language.values()) {
            analyzers.put(language, language.newAnalyzer());
        }
    }

    /** The terms of a text that is to be found. */
    AnalyzedText analyzed(String text) {
        Language language = LanguageGuess.of(text);
        return new AnalyzedText(language, terms(language, text));
    }

    /** The different terms of a question, as they would be in texts of the languages that {@code words} has. */
    Set<String> questionTerms(String question, LexicalIndex words) {
        Set<String> terms = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            if (words.has(language)) {
                terms.addAll(terms(language, question));
            }
        }
        return terms;
    }

    private List<String> terms(Language language, String text) {
        Analyzer analyzer = Objects.requireNonNull(analyzers.get(language));
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a text from memory cannot fail.", e);
        }
        return terms;
    }

    @Override
    public void close() {
        analyzers.values().forEach(Analyzer::close);
    }
}
