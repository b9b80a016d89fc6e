package io.memu4j.search;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/**
 * How words are found in a text. A text has one language, told from the text alone; a question is analysed in every language that the index
 * has texts in, so that text and question always meet in the same form.
 */
enum Language {
    /** Also whatever is written in Latin letters and shows no other language: names and short lines. */
    ENGLISH(EnglishAnalyzer::new, EnglishAnalyzer.getDefaultStopSet()),
    GERMAN(GermanAnalyzer::new, GermanAnalyzer.getDefaultStopSet()),
    FRENCH(FrenchAnalyzer::new, FrenchAnalyzer.getDefaultStopSet()),
    SPANISH(SpanishAnalyzer::new, SpanishAnalyzer.getDefaultStopSet()),
    ITALIAN(ItalianAnalyzer::new, ItalianAnalyzer.getDefaultStopSet()),
    PORTUGUESE(PortugueseAnalyzer::new, PortugueseAnalyzer.getDefaultStopSet()),
    DUTCH(DutchAnalyzer::new, DutchAnalyzer.getDefaultStopSet()),
    /** Every other script; no stemming. Chinese, Japanese and Korean as single characters and pairs of them. */
    OTHER(AnyScriptAnalyzer::new, CharArraySet.EMPTY_SET);

    private final Supplier<Analyzer> analyzer;
    private final CharArraySet functionWords;

    Language(Supplier<Analyzer> analyzer, CharArraySet functionWords) {
        this.analyzer = analyzer;
        this.functionWords = functionWords;
    }

    Analyzer newAnalyzer() {
        return analyzer.get();
    }

    /** Whether {@code word}, in lower case, is one of those that hold the language's sentences together. */
    boolean hasFunctionWord(char[] text, int from, int length) {
        return functionWords.contains(text, from, length);
    }
}
