package io.memu4j.internal.search.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/**
 * How words are found in a text. A text has one language, told from the text alone; a question is analysed in every language that the index
 * has texts in, so that text and question always meet in the same form.
 */
public enum AnalysisLanguage {
    /** Also whatever is written in Latin letters and shows no other language: names and short lines. */
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    DUTCH,
    /** Every other script; no stemming. Chinese, Japanese and Korean as single characters and pairs of them. */
    OTHER;

    Analyzer newAnalyzer() {
        return switch (this) {
            case ENGLISH -> new EnglishTextAnalyzer();
            case GERMAN -> new GermanAnalyzer();
            case FRENCH -> new FrenchAnalyzer();
            case SPANISH -> new SpanishAnalyzer();
            case ITALIAN -> new ItalianAnalyzer();
            case PORTUGUESE -> new PortugueseAnalyzer();
            case DUTCH -> new DutchAnalyzer();
            case OTHER -> new AnyScriptAnalyzer();
        };
    }

    /** The words, in lower case, that hold the language's sentences together and tell it. */
    CharArraySet functionWords() {
        return switch (this) {
            case ENGLISH -> EnglishWords.ALL;
            case GERMAN -> GermanAnalyzer.getDefaultStopSet();
            case FRENCH -> FrenchAnalyzer.getDefaultStopSet();
            case SPANISH -> SpanishAnalyzer.getDefaultStopSet();
            case ITALIAN -> ItalianAnalyzer.getDefaultStopSet();
            case PORTUGUESE -> PortugueseAnalyzer.getDefaultStopSet();
            case DUTCH -> DutchAnalyzer.getDefaultStopSet();
            case OTHER -> CharArraySet.EMPTY_SET;
        };
    }
}
