package io.memu4j.internal.search.text;

import io.memu4j.internal.search.index.LexicalIndex;
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
public final class TextAnalysis implements AutoCloseable {
    private final Map<AnalysisLanguage, Analyzer> analyzers = new EnumMap<>(AnalysisLanguage.class);

    public TextAnalysis() {
        for (AnalysisLanguage language : AnalysisLanguage.values()) {
            analyzers.put(language, language.newAnalyzer());
        }
    }

    /** The terms of a text that is to be found. */
    AnalyzedText analyzed(String text) {
        AnalysisLanguage language = LanguageGuess.of(text);
        return new AnalyzedText(language, terms(language, text));
    }

    /** The different terms of a question, as they would be in texts of the languages that {@code words} has. */
    public Set<String> questionTerms(String question, LexicalIndex words) {
        Set<String> terms = new LinkedHashSet<>();
        for (AnalysisLanguage language : AnalysisLanguage.values()) {
            if (words.has(language)) {
                terms.addAll(terms(language, question));
            }
        }
        return terms;
    }

    private List<String> terms(AnalysisLanguage language, String text) {
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
