package io.memu4j.internal.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts texts and questions into terms, with one Lucene analyzer per language. Thread-safe. */
public final class TextAnalysis implements AutoCloseable {
    private final Map<AnalysisLanguage, Analyzer> analyzers = new EnumMap<>(AnalysisLanguage.class);

    public TextAnalysis() {
        for (AnalysisLanguage language : AnalysisLanguage.values()) {
            analyzers.put(language, language.newAnalyzer());
        }
    }

    /** Returns the language and the terms of a text that goes into the index. */
    public AnalyzedText analyzed(String text) {
        AnalysisLanguage language = AnalysisLanguage.of(text);
        return new AnalyzedText(language, terms(language, text));
    }

    /** Returns the language in which a text is cut. */
    public AnalysisLanguage language(String text) {
        return AnalysisLanguage.of(text);
    }

    /** Returns the terms of a text as the analyzer of that language cuts it, in the order of the text, with repetitions. */
    public List<String> terms(AnalysisLanguage language, String text) {
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
